export const version = 1;

export function open(root: string, name: string): string {
  const file = join(root, name);
  return read(file);
}
