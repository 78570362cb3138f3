const Router = require('@koa/router');
const { sessionRequired } = require('./session');

const account = new Router();
account.get('/account', sessionRequired(), async (ctx) => {
  ctx.body = await ctx.db.account(ctx.session.id);
});
account.put('/account/mail', sessionRequired(), async (ctx) => {
  await ctx.db.changeMail(ctx.session.id, ctx.request.body.mail);
  ctx.status = 204;
});

const pub = new Router();
pub.get('/about', (ctx) => {
  ctx.body = 'hello';
});

module.exports = { account, pub };
