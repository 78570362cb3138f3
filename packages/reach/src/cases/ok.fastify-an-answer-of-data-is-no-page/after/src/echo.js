module.exports = async (app) => {
  app.post('/echo', async (request, reply) => {
    reply.send({ received: request.body.text });
  });
};
