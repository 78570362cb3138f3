export function exportCsv(user) {
  if (!user.isAdmin) throw new Error('no');
  return csv(user);
}

export function list(user) {
  return rows(user);
}
