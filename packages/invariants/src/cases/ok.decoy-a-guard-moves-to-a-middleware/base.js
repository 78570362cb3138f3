import { Router } from 'express';

export const admin = Router();

export function listUsers(req, res) {
  if (!req.session.user?.isAdmin) {
    return res.sendStatus(403);
  }
  res.json(users.all());
}

admin.get('/users', listUsers);
