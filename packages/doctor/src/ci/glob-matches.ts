/** Whether a pattern of a workflow means a branch: `*` stays within a part of the name, `**` does not. */
export function globMatches(pattern: string, branch: string): boolean {
  if (pattern.length > 200) return false;
  const source = pattern.replace(/\*\*|[*?.+^${}()|[\]\\]/gu, (sign) =>
    sign === '**' ? '.*' : sign === '*' ? '[^/]*' : sign === '?' ? '[^/]' : `\\${sign}`,
  );
  return new RegExp(`^${source}$`, 'u').test(branch);
}
