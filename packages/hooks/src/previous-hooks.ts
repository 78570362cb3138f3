import { isAbsolute, posix, relative } from 'node:path';
import { HooksError } from './hooks-error.ts';

export interface PreviousHooks {
  /** What `core.hooksPath` said before Pawl was set up, as it was written; `''` where nobody had set it. */
  readonly record: string;
  /** The folder of husky's scripts, from the top of a work tree. */
  readonly scripts: string;
  /** The folder whose hooks git fired and that have to keep firing; `undefined` where they were husky's own. */
  readonly folder: string | undefined;
}

export interface HooksPathFacts {
  /** `core.hooksPath` as git would use it now. */
  readonly hooksPath: string | undefined;
  /** What an earlier installation wrote down. */
  readonly recorded: string | undefined;
  readonly topLevel: string;
  readonly commonDir: string;
  readonly home: string;
}

/** Which hooks fired before Pawl, read from the configuration of now and from what an earlier installation wrote down. */
export function previousHooks(facts: HooksPathFacts): PreviousHooks {
  const record = chooseRecord(facts);
  if (record === '') return { record, scripts: '.husky', folder: posix.join(facts.commonDir, 'hooks') };
  const folder = expand(record, facts.home);
  const scripts = huskyScripts(folder, facts.topLevel);
  return scripts === undefined ? { record, scripts: '.husky', folder } : { record, scripts, folder: undefined };
}

/**
 * Our own path is never recorded: not this repository's, nor, in one that was moved or copied, the path that it had
 * before. A dispatcher that chains to a dispatcher would run for ever.
 */
function chooseRecord({ hooksPath, recorded, topLevel, home }: HooksPathFacts): string {
  if (hooksPath === undefined) return '';
  if (/\/pawl\/hooks\/*$/u.test(hooksPath)) return recorded ?? '';
  // `npm install` runs husky again and takes the path back, and `/dev/null` is how hooks are switched off in one worktree:
  // what fired before, in all of them, still has to.
  const passing = hooksPath === '/dev/null' || huskyScripts(expand(hooksPath, home), topLevel) !== undefined;
  if (recorded !== undefined && passing) return recorded;
  return hooksPath;
}

/** Husky 9 points git at `<scripts>/_`, older ones at `.husky` itself. */
function huskyScripts(folder: string, topLevel: string): string | undefined {
  const path = posix.normalize(isAbsolute(folder) ? relative(topLevel, folder) : folder).replace(/\/+$/u, '');
  if (path.startsWith('..') || isAbsolute(path)) return undefined;
  if (posix.basename(path) === '_') return posix.dirname(path);
  return path === '.husky' ? path : undefined;
}

function expand(path: string, home: string): string {
  if (path.startsWith('~/')) return posix.join(home, path.slice(2));
  if (!/^(?:~|%\()/u.test(path)) return path;
  throw new HooksError(
    'unreadable-hooks-path',
    `core.hooksPath is "${path}", which only git can expand; its hooks could be lost.`,
    {
      next: 'Write it as an absolute path: git config core.hooksPath /path/to/hooks',
    },
  );
}
