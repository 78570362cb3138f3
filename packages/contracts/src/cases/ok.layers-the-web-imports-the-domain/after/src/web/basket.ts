import express from 'express';
import { total } from '../domain/prices.js';

export const basket = express.Router().get('/', (req, res) => res.json(total(req.session.lines)));
