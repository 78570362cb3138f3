import Router from '@koa/router';
import * as feeds from './feeds.js';

export const router = new Router();
router.get('/feeds', feeds.index);
