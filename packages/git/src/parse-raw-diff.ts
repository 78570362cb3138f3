import { byPathBytes } from './by-path-bytes.ts';
import type { Change, Side } from './change.ts';
import { decodePath } from './decode-path.ts';
import { refuseDuplicatePaths } from './duplicate-entry.ts';
import { GitError } from './git-error.ts';
import { printable } from './printable.ts';
import { splitNul } from './split-nul.ts';

const HEADER = /^:(\d{6}) (\d{6}) ([0-9a-f]{40}|[0-9a-f]{64}) ([0-9a-f]{40}|[0-9a-f]{64}) ([A-Z])\d*$/u;

/** More than any change that somebody could read; to judge more takes minutes and memory that a hook has not (G15). */
export const MAX_CHANGES: number = 100_000;

/**
 * Reads the `--raw -z` output of diff-tree and diff-index, sorted by the path's bytes (of the head, or of the base
 * where the head has none).
 *
 * @throws GitError `hostile-path`, `duplicate-entry`, `unmerged-index`, `output-too-large` for more than {@link MAX_CHANGES}, and
 *   `unreadable-output` for anything unexpected.
 */
export function parseRawDiff(output: Buffer): readonly Change[] {
  const fields = splitNul(output).values();
  const changes: Change[] = [];
  for (const header of fields) {
    if (changes.length === MAX_CHANGES) throw tooMany();
    changes.push(readChange(header.toString('latin1'), () => nextPath(fields)));
  }
  refuseDuplicates(changes);
  return byPathBytes(changes, pathOf);
}

function readChange(header: string, path: () => string): Change {
  const [, baseMode = '', headMode = '', baseId = '', headId = '', status] = HEADER.exec(header) ?? [];
  const first = path();
  const base: Side = { path: first, mode: baseMode, blob: baseId };
  switch (status) {
    case 'A':
      return { kind: 'added', head: side(first, headMode, headId) };
    case 'D':
      return { kind: 'deleted', base: checkSide(base) };
    case 'M':
      return { kind: 'modified', base: checkSide(base), head: side(first, headMode, headId) };
    case 'T':
      return { kind: 'type-changed', base: checkSide(base), head: side(first, headMode, headId) };
    case 'R':
      return { kind: 'renamed', base: checkSide(base), head: side(path(), headMode, headId) };
    case 'U':
      throw new GitError('unmerged-index', `${printable(first)} has merge conflicts in the index`, {
        next: 'Resolve the conflict and run git add.',
      });
    default:
      throw unreadable(header);
  }
}

function side(path: string, mode: string, blob: string): Side {
  return checkSide({ path, mode, blob });
}

/** git writes zeroes for "none" and for "only in the working tree": neither is a side that can be read. */
function checkSide(side: Side): Side {
  if (/^0+$/u.test(side.mode) || /^0+$/u.test(side.blob)) throw unreadable(`${side.mode} ${side.blob}`);
  return side;
}

function nextPath(fields: Iterator<Buffer, undefined>): string {
  const { value } = fields.next();
  if (value === undefined) throw unreadable('a change without a path');
  return decodePath(value);
}

function refuseDuplicates(changes: readonly Change[]): void {
  const base = changes.flatMap((change) => (change.kind === 'added' ? [] : [change.base.path]));
  const head = changes.flatMap((change) => (change.kind === 'deleted' ? [] : [change.head.path]));
  // A path that is deleted and added again is one that git should have called modified: an unsorted or doubled tree.
  const added = changes.flatMap((change) => (change.kind === 'added' ? [change.head.path] : []));
  const deleted = changes.flatMap((change) => (change.kind === 'deleted' ? [change.base.path] : []));
  for (const paths of [base, head, [...added, ...deleted]]) refuseDuplicatePaths(paths);
}

function pathOf(change: Change): string {
  return change.kind === 'deleted' ? change.base.path : change.head.path;
}

function tooMany(): GitError {
  return new GitError('output-too-large', `more than ${MAX_CHANGES} files differ`, {
    next: 'Bring it in smaller parts; what is generated or vendored belongs where it is fetched from.',
  });
}

function unreadable(what: string): GitError {
  return new GitError('unreadable-output', `git described a change in an unknown way: ${printable(what)}`);
}
