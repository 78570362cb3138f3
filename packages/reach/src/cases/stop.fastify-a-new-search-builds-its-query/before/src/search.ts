import type { FastifyInstance } from 'fastify';

export async function listBooks(app: FastifyInstance) {
  const { rows } = await app.pg.query('SELECT * FROM books');
  return rows;
}
