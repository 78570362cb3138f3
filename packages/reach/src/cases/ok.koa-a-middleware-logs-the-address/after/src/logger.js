module.exports = async (ctx, next) => {
  const started = Date.now();
  await next();
  console.log(`${ctx.method} ${ctx.url} ${Date.now() - started}ms`);
};
