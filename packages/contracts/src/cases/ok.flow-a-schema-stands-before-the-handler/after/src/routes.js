router.post('/items', validated(item), async (req, res) => {
  const { name } = req.body;
  res.json(await db.query(`insert into items values ('${name}')`, []));
});
