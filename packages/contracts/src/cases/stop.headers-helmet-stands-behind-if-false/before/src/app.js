import express from 'express';
import helmet from 'helmet';
import { routes } from './routes.js';

const app = express();
app.disable('x-powered-by');
app.use(helmet());
app.use(routes);

export default app;
