export default async function (fastify) {
  fastify.get('/books/:id', async (request) => ({ id: request.params.id }));
}
