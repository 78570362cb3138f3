const db = require('./db');

exports.search = async (req, res) => {
  const q = req.query.q;
  const rows = await db.query(`SELECT * FROM posts WHERE title LIKE '%${q}%'`);
  res.json(rows);
};
