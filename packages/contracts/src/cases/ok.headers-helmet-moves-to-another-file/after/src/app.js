import express from 'express';
import helmet from 'helmet';
import { routes } from './routes.js';

const app = express();
secure(app);
app.use(routes);

export default app;
