const fastify = require('fastify')();
const got = require('got');

fastify.get('/proxy', async (request) => {
  const { body } = await got(request.query.url);
  return body;
});
