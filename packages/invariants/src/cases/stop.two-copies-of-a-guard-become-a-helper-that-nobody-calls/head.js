function assertAdmin(user) {
  if (!user.admin) throw new Forbidden();
}

export function remove(user) {
  return drop(user);
}

export function rename(user, name) {
  return store(user, name);
}
