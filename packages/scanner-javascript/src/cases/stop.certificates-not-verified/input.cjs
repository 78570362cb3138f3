const https = require('node:https');

const agent = new https.Agent({ rejectUnauthorized: false });
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
const server = https.createServer({ minVersion: 'TLSv1' });
module.exports = { agent, server };
