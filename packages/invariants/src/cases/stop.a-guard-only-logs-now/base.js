function remove(user, id) {
  if (!user.canDelete(id)) {
    log.warn('refused');
    return;
  }
  db.remove(id);
}
