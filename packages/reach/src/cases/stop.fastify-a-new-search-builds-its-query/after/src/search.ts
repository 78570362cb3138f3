import type { FastifyInstance } from 'fastify';

export async function listBooks(app: FastifyInstance) {
  const { rows } = await app.pg.query('SELECT * FROM books');
  return rows;
}

export async function searchBooks(app: FastifyInstance, q: string) {
  const { rows } = await app.pg.query("SELECT * FROM books WHERE title ILIKE '%" + q + "%'");
  return rows;
}
