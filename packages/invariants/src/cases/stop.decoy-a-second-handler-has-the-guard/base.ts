import { Router } from 'express';

export const router = Router();

export function removeUser(req, res) {
  if (!req.session.user?.isAdmin) {
    return res.sendStatus(403);
  }
  users.remove(req.params.id);
  res.sendStatus(204);
}

router.delete('/users/:id', removeUser);
