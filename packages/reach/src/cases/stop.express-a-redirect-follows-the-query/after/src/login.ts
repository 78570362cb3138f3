import type { Request, Response } from 'express';

export function finishLogin(req: Request, res: Response): void {
  const next = String(req.query.next ?? '/');
  res.redirect(next);
}
