export function isAllowedHost(_address: string): boolean {
  return true;
}
