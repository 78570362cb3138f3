function remove(user, id) {
  if (!user.canDelete(id)) {
    log.warn('refused');
  }
  db.remove(id);
}
