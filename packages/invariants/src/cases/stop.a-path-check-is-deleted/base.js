import path from 'node:path';

export function resolvePath(root, name) {
  const p = path.resolve(root, name);
  if (!p.startsWith(root)) throw new Error('outside');
  return p;
}
