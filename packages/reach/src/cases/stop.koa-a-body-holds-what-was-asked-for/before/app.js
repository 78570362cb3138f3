const Koa = require('koa');
const Router = require('@koa/router');
const escape = require('lodash/escape');

const app = new Koa();
const router = new Router();
router.get('/hi', (ctx) => {
  ctx.body = `<p>Hi ${escape(ctx.query.name)}</p>`;
});
app.use(router.routes());
