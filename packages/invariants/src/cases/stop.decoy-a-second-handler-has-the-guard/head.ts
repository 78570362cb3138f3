import { Router } from 'express';

export const router = Router();

export function removeUser(req, res) {
  users.remove(req.params.id);
  res.sendStatus(204);
}

router.delete('/users/:id', removeUser);

export function exportUsers(req, res) {
  if (!req.session.user?.isAdmin) {
    return res.sendStatus(403);
  }
  res.json(users.all());
}

router.get('/users', exportUsers);
