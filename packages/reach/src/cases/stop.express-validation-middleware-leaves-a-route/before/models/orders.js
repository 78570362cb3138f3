const db = require('../db');

async function search(term) {
  const sql = "SELECT * FROM orders WHERE title LIKE '%" + term + "%'";
  return db.query(sql);
}

module.exports = { search };
