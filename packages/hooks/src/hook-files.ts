import { join } from 'node:path';

/** Where things lie under the common git directory, which every worktree shares. */
export interface HookFiles {
  /** The value of `core.hooksPath`. */
  readonly folder: string;
  readonly dispatch: string;
  readonly runner: string;
  readonly record: string;
}

export function hookFiles(commonDir: string): HookFiles {
  const home = join(commonDir, 'pawl');
  return {
    folder: join(home, 'hooks'),
    dispatch: join(home, 'dispatch'),
    runner: join(home, 'hook'),
    record: join(home, 'previous-hooks-path'),
  };
}
