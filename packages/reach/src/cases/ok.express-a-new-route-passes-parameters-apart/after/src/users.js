const db = require('./db');

exports.all = () => db.query('SELECT * FROM users');
exports.byId = (id) => db.query('SELECT * FROM users WHERE id = ?', [id]);
exports.create = ({ name, mail }) => db.query('INSERT INTO users (name, mail) VALUES (?, ?)', [name, mail]);
