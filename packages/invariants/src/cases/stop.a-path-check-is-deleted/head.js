import path from 'node:path';

export function resolvePath(root, name) {
  const p = path.resolve(root, name);
  return p;
}
