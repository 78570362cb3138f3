function save(user, doc) {
  if (!user.canWrite) return;
  store(doc);
}
