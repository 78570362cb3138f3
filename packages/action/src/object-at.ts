import type { Repository } from '@pawl/git';

export interface FoundObject {
  readonly kind: 'file' | 'folder' | 'other';
  readonly id: string;
}

/** What a commit has at a path; `undefined` where there is nothing. */
export async function objectAt(
  { openObjects, resolveTree }: Pick<Repository, 'openObjects' | 'resolveTree'>,
  commit: string,
  path: string,
): Promise<FoundObject | undefined> {
  let found: FoundObject = { kind: 'folder', id: await resolveTree(commit) };
  const objects = openObjects();
  try {
    for (const name of path.split('/').filter((part) => part !== '.' && part !== '')) {
      const item = found.kind === 'folder' ? (await objects.tree(found.id)).get(name) : undefined;
      if (item === undefined) return undefined;
      found = { kind: kindOf(item.mode), id: item.id };
    }
    return found;
  } finally {
    objects.close();
  }
}

function kindOf(mode: string): FoundObject['kind'] {
  if (mode === '040000') return 'folder';
  return mode.startsWith('100') ? 'file' : 'other';
}
