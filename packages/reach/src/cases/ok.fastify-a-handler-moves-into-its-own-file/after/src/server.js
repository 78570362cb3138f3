const fastify = require('fastify')();
const { proxy } = require('./proxy');

fastify.get('/proxy', proxy);
