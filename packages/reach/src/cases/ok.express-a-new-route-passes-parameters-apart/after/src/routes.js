const { Router } = require('express');
const users = require('./users');
const router = Router();
router.get('/users', (req, res) => users.all().then((rows) => res.json(rows)));
router.get('/users/:id', async (req, res) => res.json(await users.byId(req.params.id)));
router.post('/users', async (req, res) => {
  const user = await users.create(req.body);
  res.status(201).json(user);
});
module.exports = router;
