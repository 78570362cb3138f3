exports.go = (ctx) => ctx.redirect('/');
