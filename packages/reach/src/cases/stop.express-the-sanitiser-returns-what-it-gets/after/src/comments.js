const express = require('express');
const { sanitizeComment } = require('./sanitize');

const router = express.Router();
router.post('/comments', (req, res) => {
  const text = sanitizeComment(req.body.text);
  res.send('<li>' + text + '</li>');
});
module.exports = router;
