const db = require('./db');
exports.page = async (req, res) => res.json(await db.query('SELECT * FROM log LIMIT 20'));
