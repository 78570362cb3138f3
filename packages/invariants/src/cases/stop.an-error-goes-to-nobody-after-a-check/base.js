app.use(function authenticate(req, res, next) {
  if (!req.session.user) return next(new Error('who are you'));
  next();
});
