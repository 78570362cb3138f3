router.delete('/users/:id', async (req: Request, res: Response) => {
  const user = await session(req);
  await users.remove(req.params.id);
  res.json({ ok: true });
});
