export function inside(root: string, p: string): string {
  if (!p.startsWith(root)) throw new Error('outside');
  return p;
}
