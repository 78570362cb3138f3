export function isAdmin(user: { roles: string[] }): boolean {
  return user.roles.includes('admin');
}
