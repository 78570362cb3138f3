import { type Config, isExcluded } from '@pawl/config';
import type { BlobContent, Change, INDEX, Repository, Side } from '@pawl/git';
import { type LanguageId, languageOf, unsupportedCode } from '@pawl/syntax';
import { type Version, versionOf } from './version.ts';

/** One file that differs between base and head, as far as it can be read. A side is absent where the file is. */
export interface ChangedFile {
  readonly base?: Version;
  readonly head?: Version;
}

const SUBMODULE = '160000';

/** Every file that differs and is judged. */
export async function compare(
  repository: Repository,
  base: string,
  head: string | typeof INDEX,
  config: Config,
): Promise<readonly Change[]> {
  return (await repository.changes(base, head)).filter((change) => isJudged(change, config));
}

/** Reads both sides of every file from git objects. */
export async function readFiles(
  repository: Repository,
  changes: readonly Change[],
  config: Config,
): Promise<readonly ChangedFile[]> {
  const sides = changes.flatMap((change) => sidesOf(change)).filter(({ mode }) => mode !== SUBMODULE);
  const contents = await repository.readBlobs(
    sides.map(({ blob }) => blob),
    { maxBytes: config.limits.maxFileBytes },
  );
  return changes.map((change) => ({
    ...('base' in change ? { base: readSide(change.base, contents) } : {}),
    ...('head' in change ? { head: readSide(change.head, contents) } : {}),
  }));
}

/** The languages that the names tell; the first line of a script without an extension may name one more. */
export function languagesOf(changes: readonly Change[]): readonly LanguageId[] {
  return [...new Set(changes.flatMap(sidesOf).flatMap(({ path }) => languageOf(path) ?? []))];
}

/** One file of a tree as a version; a whole tree is read in portions by the caller. */
export function readSide({ path, mode, blob }: Side, contents: ReadonlyMap<string, BlobContent>): Version {
  return versionOf({ path, mode, blob, content: contents.get(blob), isCode: isCode(path) });
}

export function isCode(path: string): boolean {
  return languageOf(path) !== undefined || unsupportedCode(path) !== undefined;
}

/** What a person excluded is left out only where both sides are: a file that moves into an excluded folder is judged (S04). */
function isJudged(change: Change, config: Config): boolean {
  return sidesOf(change).some(({ path }) => !isExcluded(config, path));
}

function sidesOf(change: Change): readonly Side[] {
  return [...('base' in change ? [change.base] : []), ...('head' in change ? [change.head] : [])];
}
