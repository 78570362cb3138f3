const { exec } = require('child_process');

function makeThumb(image, done) {
  exec(`thumb ${image}`, done);
}

exports.thumb = (req, res) => {
  makeThumb(req.params.image, (error, out) => res.end(out));
};
