import express from 'express';
import { api } from './api';

export function server(config: Config) {
  const app = express();
  app.use(express.json());
  app.use(session({ secret: config.secret }));
  app.use(csrf());
  app.use('/api', api);
  return app;
}
