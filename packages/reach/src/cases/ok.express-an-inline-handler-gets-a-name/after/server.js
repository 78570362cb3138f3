const express = require('express');
const { exec } = require('child_process');
const app = express();

function convert(req, res) {
  exec(`convert ${req.body.source} out.png`, () => res.end());
}

app.post('/convert', convert);
