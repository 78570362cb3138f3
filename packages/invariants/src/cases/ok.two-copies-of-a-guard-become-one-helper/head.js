function assertAdmin(user) {
  if (!user.admin) throw new Forbidden();
}

export function remove(user) {
  assertAdmin(user);
  return drop(user);
}

export function rename(user, name) {
  assertAdmin(user);
  return store(user, name);
}
