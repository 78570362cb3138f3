const db = require('./db');

exports.list = async (req, res) => {
  const given = Object.keys(req.query);
  const where = given.map((name) => `${name} = ?`).join(' AND ');
  res.json(await db.query(`SELECT * FROM cars WHERE ${where}`, given.map((name) => req.query[name])));
};
