router.post('/items', async (req, res) => {
  const { name } = schema.parse(req.body);
  res.json(await db.query(`insert into items values ('${name}')`, []));
});
