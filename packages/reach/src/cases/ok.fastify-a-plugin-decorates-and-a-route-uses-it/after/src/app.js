const fastify = require('fastify')();
fastify.register(require('./mail'));
fastify.post('/invite', async (request, reply) => {
  await fastify.mail.send({ to: request.body.to, subject: 'You are invited' });
  return reply.code(202).send({ ok: true });
});
fastify.listen({ port: 3000 });
