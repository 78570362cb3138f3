import type { Change, Side } from '@pawl/git';
import { isTestFile } from '@pawl/invariants';
import { languageOf, unsupportedCode } from '@pawl/syntax';

/** What becomes of a fix when its code, and nothing else of it, is as it was before. */
export interface CodeToPutBack {
  /** As the parent has them. */
  readonly files: readonly Side[];
  /** Paths that the parent has not. */
  readonly without: readonly string[];
}

/** Tests stay: a fix that is lost in a later change is lost with its tests in place. `undefined` where a fix changes no code. */
export function codeToPutBack(changes: readonly Change[]): CodeToPutBack | undefined {
  const mended = changes.filter((change) => sidesOf(change).some(({ path }) => isCode(path)));
  if (mended.length === 0) return undefined;
  const files = mended.flatMap((change) => ('base' in change ? [change.base] : []));
  const there = new Set(files.map(({ path }) => path));
  const now = mended.flatMap((change) => ('head' in change ? [change.head.path] : []));
  return { files, without: now.filter((path) => !there.has(path)) };
}

function sidesOf(change: Change): readonly Side[] {
  return [...('base' in change ? [change.base] : []), ...('head' in change ? [change.head] : [])];
}

function isCode(path: string): boolean {
  return !isTestFile(path) && (languageOf(path) !== undefined || unsupportedCode(path) !== undefined);
}
