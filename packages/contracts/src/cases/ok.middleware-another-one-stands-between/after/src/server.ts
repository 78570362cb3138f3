import express from 'express';
import { api } from './api';

export function server(config: Config) {
  const app = express();
  app.use(express.json());
  app.use(session({ secret: config.secret }));
  app.use(limiter);
  app.use(csrf({ cookie: true }));
  app.use('/api', api);
  return app;
}
