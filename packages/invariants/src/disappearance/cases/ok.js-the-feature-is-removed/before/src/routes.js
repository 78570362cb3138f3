import { archive } from './archive.js';

export const routes = { archive, ping: () => 'pong' };
