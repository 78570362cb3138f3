import { go, home } from './go.js';

const PAGES = new Set(['/a', '/b']);

export const route = (req, res) => go(res, PAGES.has(req.query.to) ? req.query.to : home);
