import { go } from './go.js';

export const route = (req, res) => go(res, req.query.to);
