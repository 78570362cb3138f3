const { exec } = require('child_process');

exports.thumb = (req, res) => {
  exec(`thumb ${req.params.image}`, (error, out) => res.end(out));
};
