import fastify from 'fastify';
import { deploy } from './hooks.js';

const server = fastify();
server.route({ method: 'POST', url: '/deploy', handler: deploy });
server.listen({ port: 8080 });
