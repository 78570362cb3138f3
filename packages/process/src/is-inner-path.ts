/** Paths come from git trees, which others write: git forbids the others, a hand-made tree object does not. */
export function isInnerPath(path: string): boolean {
  const parts = path.split(/[/\\]/u);
  return (
    !path.includes('\0') &&
    parts.every((part) => part !== '' && part !== '.' && part !== '..' && !/^[a-z]:/iu.test(part))
  );
}
