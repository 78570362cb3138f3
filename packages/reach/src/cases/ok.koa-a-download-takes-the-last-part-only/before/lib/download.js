module.exports = (ctx) => {
  ctx.status = 404;
};
