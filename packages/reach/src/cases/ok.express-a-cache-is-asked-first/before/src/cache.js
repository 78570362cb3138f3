const { createClient } = require('redis');

const client = createClient();
exports.get = (key) => client.get(key);
exports.set = (key, value) => client.set(key, value, { EX: 60 });
