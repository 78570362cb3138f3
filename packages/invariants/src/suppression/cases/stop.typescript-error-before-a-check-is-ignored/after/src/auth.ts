export function isAdmin(user: { roles: string[] }): boolean {
  // @ts-ignore
  return user.roles.indexOf('admin');
}
