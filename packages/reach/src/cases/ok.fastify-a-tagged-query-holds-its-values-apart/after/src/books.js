import postgres from 'postgres';

const sql = postgres(process.env.DATABASE_URL);

export default async function (fastify) {
  fastify.get('/books/:id', async (request) => {
    const [book] = await sql`SELECT * FROM books WHERE id = ${request.params.id}`;
    return book;
  });
}
