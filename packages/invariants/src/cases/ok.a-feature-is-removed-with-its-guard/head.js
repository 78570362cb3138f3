export function list(user) {
  return rows(user);
}
