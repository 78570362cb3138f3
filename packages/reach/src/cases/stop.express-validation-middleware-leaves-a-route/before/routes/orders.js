const express = require('express');
const { query, validationResult } = require('express-validator');
const orders = require('../models/orders');

const router = express.Router();

router.get('/search', query('term').isAlphanumeric(), async (req, res) => {
  res.json(await orders.search(req.query.term));
});

module.exports = router;
