const db = require('./db');
const cache = require('./cache');

exports.price = async (req, res) => {
  const known = await cache.get(`price:${req.params.sku}`);
  if (known) return res.json(JSON.parse(known));
  const [rows] = await db.query('SELECT price FROM prices WHERE sku = ?', [req.params.sku]);
  await cache.set(`price:${req.params.sku}`, JSON.stringify(rows[0]));
  res.json(rows[0]);
};
