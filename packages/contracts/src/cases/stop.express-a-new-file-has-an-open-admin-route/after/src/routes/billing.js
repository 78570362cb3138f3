const router = require('express').Router();
const invoices = require('../invoices');

router.get('/admin/invoices', (req, res) => res.json(invoices.all()));

module.exports = router;
