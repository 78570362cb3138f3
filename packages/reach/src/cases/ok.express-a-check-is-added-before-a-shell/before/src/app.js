const express = require('express');
const { exec } = require('child_process');

const app = express();
app.get('/whois', (req, res) => {
  exec('whois ' + req.query.domain, (error, out) => res.send({ out }));
});
