export function old(user) {
  if (!user) throw new Error('who');
  return user;
}
