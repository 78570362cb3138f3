const pool = require('./pool');

exports.show = async (req, res) => {
  const { rows } = await pool.query('SELECT id, name FROM users WHERE id = $1', [req.params.id]);
  res.json(rows[0]);
};
