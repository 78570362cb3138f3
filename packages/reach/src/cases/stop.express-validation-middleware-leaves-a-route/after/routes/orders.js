const express = require('express');
const orders = require('../models/orders');

const router = express.Router();

router.get('/search', async (req, res) => {
  res.json(await orders.search(req.query.term));
});

module.exports = router;
