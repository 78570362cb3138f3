const fs = require('fs/promises');
const path = require('path');

const ROOT = path.join(__dirname, '..', 'exports');

module.exports = {
  list: () => fs.readdir(ROOT),
  read: (file) => fs.readFile(path.join(ROOT, file), 'utf8'),
};
