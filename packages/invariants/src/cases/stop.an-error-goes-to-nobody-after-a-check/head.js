app.use(function authenticate(req, res, next) {
  next();
});
