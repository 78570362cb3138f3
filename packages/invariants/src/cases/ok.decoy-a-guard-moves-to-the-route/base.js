export function register(app) {
  app.delete('/users/:id', (req, res) => {
    if (!req.session.user?.isAdmin) {
      return res.sendStatus(403);
    }
    users.remove(req.params.id);
    res.sendStatus(204);
  });
}
