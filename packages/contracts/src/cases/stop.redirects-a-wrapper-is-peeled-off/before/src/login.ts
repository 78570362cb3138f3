export function login(req: Request, res: Response): void {
  const next = String(req.query.next);
  if (!isLocal(next)) {
    res.redirect('/');
    return;
  }
  res.redirect(next);
}

export function logout(req: Request, res: Response): void {
  res.redirect(localOr(req.query.to, '/'));
}
