import { createHash } from 'node:crypto';
import { type Config, isExcluded } from '@pawl/config';
import type { Repository, TreeEntry } from '@pawl/git';
import type { SourceFile } from '@pawl/scanner';
import { readSides } from './read-change.ts';
import type { Version } from './version.ts';
import { textsOf } from './versions.ts';

/** A whole tree as it is given to a scanner: what a person excluded is left out. */
export interface Tree {
  /** A digest of every path and content, and of how large a file may be. */
  readonly id: string;
  readonly entries: readonly TreeEntry[];
  read(entries: readonly TreeEntry[]): Promise<readonly Version[]>;
  /** Everything in it that is text. */
  texts(): Promise<readonly SourceFile[]>;
}

const SUBMODULE = '160000';

/**
 * The tree of a revision. `judged` are paths that are judged although they are excluded: code that moves into an excluded
 * folder (S04).
 */
export async function openTree(
  repository: Repository,
  revision: string,
  config: Config,
  judged: ReadonlySet<string>,
): Promise<Tree> {
  const entries = (await repository.listTree(revision)).filter(
    ({ path, mode }) => mode !== SUBMODULE && (judged.has(path) || !isExcluded(config, path)),
  );
  const read: Tree['read'] = async (some) => some.map(await readSides(repository, some, config));
  return {
    id: idOf(entries, config),
    entries,
    read,
    texts: async () => textsOf(await read(entries)),
  };
}

function idOf(entries: readonly TreeEntry[], { limits }: Config): string {
  const listing = entries.map(({ path, mode, blob }) => [path, mode, blob]);
  return createHash('sha256')
    .update(JSON.stringify([limits.maxFileBytes, listing]))
    .digest('hex');
}
