export function login(req: Request, res: Response): void {
  const next = String(req.query.next);
  isLocal(next);
  res.redirect(next);
}

export function logout(req: Request, res: Response): void {
  res.redirect(localOr(req.query.to, '/'));
}
