import helmet from 'helmet';

export function secure(app) {
  app.disable('x-powered-by');
  app.use(helmet());
}
