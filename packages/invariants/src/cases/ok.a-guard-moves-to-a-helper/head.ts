function ensureInside(root: string, p: string): void {
  if (!p.startsWith(root)) {
    throw new Error('outside the root');
  }
}

export function open(root: string, p: string): string {
  ensureInside(root, p);
  return read(p);
}
