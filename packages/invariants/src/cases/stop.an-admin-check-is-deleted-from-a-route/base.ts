router.delete('/users/:id', async (req: Request, res: Response) => {
  const user = await session(req);
  if (!user.isAdmin) {
    res.status(403).json({ error: 'no' });
    return;
  }
  await users.remove(req.params.id);
  res.json({ ok: true });
});
