const PLACES = { shop: '/shop', blog: '/blog', help: '/help' };

exports.go = (ctx) => {
  const place = ctx.query.to;
  if (!Object.hasOwn(PLACES, place)) ctx.throw(404);
  ctx.redirect(PLACES[place]);
};
