const express = require('express');
const { exec } = require('child_process');
const app = express();
app.post('/convert', (req, res) => {
  exec(`convert ${req.body.source} out.png`, () => res.end());
});
