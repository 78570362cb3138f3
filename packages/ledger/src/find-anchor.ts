import { readdir, readFile, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { type Anchor, readAnchor } from './anchor.ts';
import { LedgerError } from './ledger-error.ts';
import { configFolder } from './user-folders.ts';

/** An anchor and where it was found. */
export interface FoundAnchor {
  readonly anchor: Anchor;
  /** `PAWL_ANCHOR`, or the file it was read from. */
  readonly from: string;
}

/** Where a repository lies; nothing in there may be its anchor. */
export interface Whereabouts {
  readonly commonDir: string;
  readonly gitDir: string;
  readonly topLevel: string | undefined;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The anchor of a repository: what `PAWL_ANCHOR` says, JSON itself or the absolute path of a file, else the user's own file
 * for the repository's id. `undefined` only where there is neither; a variable that is set and cannot be used is an error,
 * an empty one too.
 *
 * @throws LedgerError `anchor-unusable`
 */
export async function findAnchor(
  place: Whereabouts,
  env: Environment,
  repository: string | undefined,
): Promise<FoundAnchor | undefined> {
  const set = env['PAWL_ANCHOR'];
  if (set !== undefined) return { anchor: await readVariable(set, place), from: 'PAWL_ANCHOR' };
  if (repository === undefined) return undefined;
  const file = anchorFile(env, repository);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw unusable(file, error);
  });
  if (text === undefined) return undefined;
  await mustLieOutside(file, place);
  const anchor = readOrRefuse(text, file);
  if (anchor.repository !== repository)
    throw unusable(file, new Error(`it is for the repository ${anchor.repository}`));
  return { anchor, from: file };
}

/** The user's own anchor of a repository. */
export function anchorFile(env: Environment, repository: string): string {
  return join(configFolder(env), 'anchors', `${repository}.json`);
}

async function readVariable(value: string, place: Whereabouts): Promise<Anchor> {
  if (value.startsWith('{')) return readOrRefuse(value, 'PAWL_ANCHOR');
  if (!isAbsolute(value)) throw unusable('PAWL_ANCHOR', new Error('it is neither JSON nor an absolute path'));
  await mustLieOutside(value, place);
  const text = await readFile(value, 'utf8').catch((error: unknown) => {
    throw unusable('PAWL_ANCHOR', error);
  });
  return readOrRefuse(text, 'PAWL_ANCHOR');
}

/** By the path as it is written and by where it leads: a link in the work tree is as easily moved as a file. */
export async function mustLieOutside(file: string, place: Whereabouts): Promise<void> {
  const leadsTo = await realpath(file).catch((error: NodeJS.ErrnoException) => {
    // A file that is to be made leads nowhere yet; one that is to be read is missed where it is read.
    if (error.code === 'ENOENT') return file;
    throw unusable(file, error);
  });
  const inside = (await foldersOf(place)).find((folder) =>
    [resolve(file), leadsTo].some((path) => isWithin(folder, path)),
  );
  if (inside !== undefined) throw unusable(file, new Error(`it lies in the repository, under ${inside}`));
}

/** The git folder and every work tree of it, the main one and linked ones: an agent works in any of them. */
async function foldersOf({ commonDir, gitDir, topLevel }: Whereabouts): Promise<readonly string[]> {
  const main = basename(commonDir) === '.git' ? [dirname(commonDir)] : [];
  const linked = await readdir(join(commonDir, 'worktrees')).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw unusable(commonDir, error);
  });
  const trees = await Promise.all(
    linked.map(async (name) => {
      const gitFile = await readFile(join(commonDir, 'worktrees', name, 'gitdir'), 'utf8').catch(() => undefined);
      // Without the file git knows no such work tree either.
      return gitFile === undefined ? [] : [dirname(gitFile.trimEnd())];
    }),
  );
  return [commonDir, gitDir, ...(topLevel === undefined ? [] : [topLevel]), ...main, ...trees.flat()];
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

function readOrRefuse(text: string, from: string): Anchor {
  try {
    return readAnchor(text);
  } catch (error) {
    throw unusable(from, error);
  }
}

export function unusable(from: string, cause: unknown): LedgerError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new LedgerError('anchor-unusable', `the anchor in ${from} cannot be used: ${reason}`, {
    next: from === 'PAWL_ANCHOR' ? 'mend PAWL_ANCHOR; pawl trust --print-anchor writes one' : `mend ${from}`,
    cause,
  });
}
