const fs = require('fs');
const { getLog } = require('./logs');

async function plugin(fastify) {
  fastify.get(
    '/logs/:day',
    { schema: { params: { type: 'object', properties: { day: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' } } } } },
    async (request, reply) => {
      const { day } = request.params;
      return reply.send(fs.createReadStream(`logs/${day}.txt`));
    },
  );
}

module.exports = plugin;
