const { Router } = require('express');
const users = require('./users');
const router = Router();
router.get('/users', (req, res) => users.all().then((rows) => res.json(rows)));
module.exports = router;
