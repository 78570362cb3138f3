const db = require('./db');
exports.page = async (req, res) => {
  const offset = parseInt(req.query.offset, 10) || 0;
  res.json(await db.query(`SELECT * FROM log LIMIT 20 OFFSET ${offset}`));
};
