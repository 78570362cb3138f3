import Fastify from 'fastify';
import { listBooks, searchBooks } from './search.ts';

const app = Fastify();
app.get('/books', async () => listBooks(app));
app.get<{ Querystring: { q: string } }>('/books/search', async (request) => searchBooks(app, request.query.q));
await app.listen({ port: 3000 });
