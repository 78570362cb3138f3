const path = require('path');
const fs = require('fs');

const root = path.resolve(__dirname, 'public');

async function download(ctx) {
  const file = path.join(root, ctx.params.name);
  ctx.type = path.extname(file);
  ctx.body = fs.createReadStream(file);
}

module.exports = download;
