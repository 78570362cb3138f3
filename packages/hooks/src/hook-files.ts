import { join } from 'node:path';

/**
 * How git finds Pawl. `path`: `core.hooksPath` names our own folder, and from there the hooks of before are started. `beside`: our
 * hooks stand in git's default folder and start those whose place they took, for a tool that refuses to work with a
 * `core.hooksPath`.
 */
export type Way = 'path' | 'beside';

/** Where things lie under the common git directory, which every worktree shares. */
export interface HookFiles {
  /** Where git looks for hooks. */
  readonly folder: string;
  /** Where those are kept whose place was taken. */
  readonly before: string;
  readonly dispatch: string;
  readonly runner: string;
  readonly record: string;
}

export function hookFiles(commonDir: string, way: Way): HookFiles {
  const home = join(commonDir, 'pawl');
  return {
    folder: join(way === 'path' ? home : commonDir, 'hooks'),
    before: join(home, 'before'),
    dispatch: join(home, 'dispatch'),
    runner: join(home, 'hook'),
    record: join(home, 'previous-hooks-path'),
  };
}
