import { Router } from 'express';
import { fetchPreview } from './preview.service.js';

export const previews = Router();

previews.post('/preview', async (req, res, next) => {
  try {
    res.json(await fetchPreview(req.body.url));
  } catch (error) {
    next(error);
  }
});
