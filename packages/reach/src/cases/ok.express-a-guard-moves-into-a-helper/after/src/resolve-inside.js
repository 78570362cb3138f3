const path = require('path');

exports.resolveInside = (root, name) => {
  const folder = path.resolve(root);
  const file = path.resolve(folder, name);
  if (!file.startsWith(folder + path.sep)) throw new Error('outside');
  return file;
};
