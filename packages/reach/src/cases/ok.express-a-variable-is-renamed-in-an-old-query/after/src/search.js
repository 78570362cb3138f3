const db = require('./db');

exports.search = async (req, res) => {
  const term = req.query.q;
  const posts = await db.query(`SELECT * FROM posts WHERE title LIKE '%${term}%'`);
  res.json(posts);
};
