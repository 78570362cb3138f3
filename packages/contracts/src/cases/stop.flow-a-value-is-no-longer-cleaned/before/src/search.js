const db = require('./db');
const { clean } = require('./clean');

exports.search = async function search(req, res) {
  const word = clean(req.query.word);
  const sql = `select * from items where name like '%${word}%'`;
  res.json(await db.query(sql, []));
};
