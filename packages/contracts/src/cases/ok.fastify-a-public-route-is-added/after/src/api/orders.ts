import type { FastifyInstance } from 'fastify';
import { authenticate } from '../auth.js';

export async function orders(app: FastifyInstance): Promise<void> {
  app.get('/health', async () => ({ ok: true }));
  app.post('/login', async (request) => login(request.body));
  app.get('/orders', { preHandler: authenticate }, async (request) => {
    return app.db.orders.of(request.user.id);
  });
  app.post('/orders', { preHandler: authenticate, schema: newOrder }, async (request) => {
    return app.db.orders.add(request.user.id, request.body);
  });
}
