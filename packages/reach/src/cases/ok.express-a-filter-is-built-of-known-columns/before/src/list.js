const db = require('./db');
exports.list = async (req, res) => res.json(await db.query('SELECT * FROM cars'));
