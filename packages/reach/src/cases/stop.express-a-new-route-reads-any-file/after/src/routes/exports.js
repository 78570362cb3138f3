const { Router } = require('express');
const store = require('../store');

const router = Router();

router.get('/', (req, res) => res.json(store.list()));
router.get('/:file', async (req, res) => {
  const body = await store.read(req.params.file);
  res.type('text/csv').send(body);
});

module.exports = router;
