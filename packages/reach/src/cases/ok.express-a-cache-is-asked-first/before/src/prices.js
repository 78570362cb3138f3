const db = require('./db');

exports.price = async (req, res) => {
  const [rows] = await db.query('SELECT price FROM prices WHERE sku = ?', [req.params.sku]);
  res.json(rows[0]);
};
