const fs = require('fs');
const { resolveInside } = require('./resolve-inside');

exports.doc = (req, res) => {
  const file = resolveInside('docs', req.params.name);
  fs.readFile(file, 'utf8', (error, text) => res.json({ text }));
};
