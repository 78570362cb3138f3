import { Router } from 'express';

export const admin = Router();

export function onlyAdmins(req, res, next) {
  if (!req.session.user?.isAdmin) {
    return res.sendStatus(403);
  }
  next();
}

export function listUsers(req, res) {
  res.json(users.all());
}

admin.use(onlyAdmins);
admin.get('/users', listUsers);
