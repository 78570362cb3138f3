export function remove(user) {
  if (!user.admin) throw new Forbidden();
  return drop(user);
}

export function rename(user, name) {
  if (!user.admin) throw new Forbidden();
  return store(user, name);
}
