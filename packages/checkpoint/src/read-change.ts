import { type Config, isExcluded } from '@pawl/config';
import type { Change, INDEX, Repository, Side } from '@pawl/git';
import { type LanguageId, languageOf, unsupportedCode } from '@pawl/syntax';
import { DATA_FACTOR, type Version, versionOf } from './version.ts';

/** One file that differs between base and head, as far as it can be read. A side is absent where the file is. */
export interface ChangedFile {
  readonly base?: Version;
  readonly head?: Version;
  /** Whether it could be run as a program and no longer can: only its permission has to change for that (H04). */
  readonly isDisarmed?: boolean;
}

const SUBMODULE = '160000';
const EXECUTABLE = '100755';
const ORDINARY = '100644';

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
  const versionOfSide = await readSides(repository, changes.flatMap(sidesOf), config);
  return changes.map((change) => ({
    ...('base' in change ? { base: versionOfSide(change.base) } : {}),
    ...('head' in change ? { head: versionOfSide(change.head) } : {}),
    ...(isDisarmed(change) ? { isDisarmed: true } : {}),
  }));
}

function isDisarmed(change: Change): boolean {
  return 'base' in change && 'head' in change && change.base.mode === EXECUTABLE && change.head.mode === ORDINARY;
}

/** The languages that the names tell; the first line of a script without an extension may name one more. */
export function languagesOf(changes: readonly Change[]): readonly LanguageId[] {
  return [...new Set(changes.flatMap(sidesOf).flatMap(({ path }) => languageOf(path) ?? []))];
}

/** Reads files from one git process, and says of each what it is. */
export async function readSides(
  repository: Repository,
  sides: readonly Side[],
  config: Config,
): Promise<(side: Side) => Version> {
  const maxBytes = config.limits.maxFileBytes;
  const blobs = sides.filter(({ mode }) => mode !== SUBMODULE).map(({ blob }) => blob);
  const contents = await repository.readBlobs(blobs, { maxBytes: maxBytes * DATA_FACTOR });
  return ({ path, mode, blob }) =>
    versionOf({ path, mode, blob, content: contents.get(blob), isCode: isCode(path), maxBytes });
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
