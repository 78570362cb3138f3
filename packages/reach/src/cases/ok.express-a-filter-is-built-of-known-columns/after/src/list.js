const db = require('./db');

const COLUMNS = ['make', 'model', 'year'];

exports.list = async (req, res) => {
  const given = Object.keys(req.query).filter((name) => COLUMNS.includes(name));
  const where = given.map((name) => `${name} = ?`).join(' AND ');
  const values = given.map((name) => req.query[name]);
  res.json(await db.query(`SELECT * FROM cars ${where ? `WHERE ${where}` : ''}`, values));
};
