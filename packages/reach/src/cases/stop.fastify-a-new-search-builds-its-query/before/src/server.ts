import Fastify from 'fastify';
import { listBooks } from './search.ts';

const app = Fastify();
app.get('/books', async () => listBooks(app));
await app.listen({ port: 3000 });
