export function inside(root: string, p: string): string {
  if (relative(root, p).startsWith('..')) throw new Error('outside');
  return p;
}
