function onlyAdmins(req, res, next) {
  if (!req.session.user?.isAdmin) {
    return res.sendStatus(403);
  }
  next();
}

export function register(app) {
  app.delete('/users/:id', onlyAdmins, (req, res) => {
    users.remove(req.params.id);
    res.sendStatus(204);
  });
}
