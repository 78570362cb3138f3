const path = require('path');
const fs = require('fs');

module.exports = (ctx) => {
  ctx.body = fs.createReadStream(path.join('public', path.basename(ctx.params.name)));
};
