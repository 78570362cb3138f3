const fastify = require('fastify')();
fastify.register(require('./mail'));
fastify.listen({ port: 3000 });
