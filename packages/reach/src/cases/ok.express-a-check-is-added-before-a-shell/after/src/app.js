const express = require('express');
const { exec } = require('child_process');

const app = express();
app.get('/whois', (req, res) => {
  if (!/^[a-z0-9.-]+$/.test(req.query.domain)) return res.sendStatus(400);
  exec('whois ' + req.query.domain, (error, out) => res.send({ out }));
});
