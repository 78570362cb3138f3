import type { Request, Response } from 'express';

export function finishLogin(req: Request, res: Response): void {
  const next = String(req.query.next ?? '/');
  if (!next.startsWith('/') || next.startsWith('//')) {
    res.redirect('/');
    return;
  }
  res.redirect(next);
}
