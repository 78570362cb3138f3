const router = require('express').Router();
const { requireAdmin } = require('../auth');
const users = require('../users');

router.get('/health', (req, res) => res.send('ok'));
router.get('/admin/users', [limiter, requireAdmin], async (req, res) => {
  res.json(await users.all());
});
router.delete('/admin/users/:id', requireAdmin, async (req, res) => {
  await users.remove(req.params.id);
  res.sendStatus(204);
});

module.exports = router;
