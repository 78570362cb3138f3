const Router = require('@koa/router');
const { sessionRequired } = require('./session');

const account = new Router();
account.use(sessionRequired());
account.get('/account', async (ctx) => {
  ctx.body = await ctx.db.account(ctx.session.id);
});
account.put('/account/mail', async (ctx) => {
  await ctx.db.changeMail(ctx.session.id, ctx.request.body.mail);
  ctx.status = 204;
});

const pub = new Router();
pub.get('/imprint', (ctx) => ctx.render('imprint'));
pub.get('/about', (ctx) => {
  ctx.body = 'hello';
});

module.exports = { account, pub };
