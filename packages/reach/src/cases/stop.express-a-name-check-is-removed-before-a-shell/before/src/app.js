const express = require('express');
const { runReport } = require('./reports');

const app = express();

app.get('/reports', (req, res) => {
  const { name } = req.query;
  if (!/^[a-z-]+$/.test(name)) {
    return res.status(400).json({ error: 'unknown report' });
  }
  runReport(name, (error, out) => res.json({ out }));
});

module.exports = app;
