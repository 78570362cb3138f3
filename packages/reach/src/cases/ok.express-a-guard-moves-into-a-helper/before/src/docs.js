const path = require('path');
const fs = require('fs');

const ROOT = path.resolve('docs');

exports.doc = (req, res) => {
  const file = path.resolve(ROOT, req.params.name);
  if (!file.startsWith(ROOT + path.sep)) return res.sendStatus(403);
  fs.readFile(file, 'utf8', (error, text) => res.json({ text }));
};
