const crypto = require('crypto');
const fs = require('fs');

const KINDS = new Map([['image/png', '.png'], ['image/jpeg', '.jpg']]);

exports.store = (req, res) => {
  const extension = KINDS.get(req.file.mimetype);
  if (!extension) return res.sendStatus(415);
  const name = crypto.randomUUID() + extension;
  fs.writeFileSync(`uploads/${name}`, req.file.buffer);
  res.status(201).json({ name });
};
