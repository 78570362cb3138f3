function save(user, doc) {
  if (user.canWrite) {
    store(doc);
  }
}
