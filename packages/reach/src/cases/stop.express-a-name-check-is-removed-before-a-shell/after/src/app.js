const express = require('express');
const { runReport } = require('./reports');

const app = express();

app.get('/reports', (req, res) => {
  const { name } = req.query;
  runReport(name, (error, out) => res.json({ out }));
});

module.exports = app;
