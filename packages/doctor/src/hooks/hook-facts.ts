import type { Setting } from '@pawl/git/porcelain';
import type { HookStatus } from '@pawl/hooks';
import type { Fact } from '../fact.ts';

export interface WorktreeFacts {
  readonly path: string;
  /** `core.hooksPath` as git would use it from there; `undefined` where nobody set it. */
  readonly hooksPath: Fact<string | undefined>;
}

/** A lock file, with how long nobody has touched it. */
export interface LeftLock {
  readonly path: string;
  /** Milliseconds. */
  readonly age: number;
  /** `ref`: git's own, under which nothing can be recorded. `own`: one of Pawl's, which mends itself. `git`: another of git's. */
  readonly kind: 'ref' | 'own' | 'git';
}

export interface HookFacts {
  readonly standing: Fact<readonly HookStatus[]>;
  /** Every `core.hooksPath` that git reads here, in its order: the last one counts. */
  readonly settings: Fact<readonly Setting[]>;
  /** The common git directory, and the folder of the hooks of Pawl in it. */
  readonly commonDir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly worktrees: Fact<readonly WorktreeFacts[]>;
  /** What is behind the installed hooks, and its version; `undefined` where there is none to ask. */
  readonly installed: Fact<{ readonly version: string; readonly file: string } | undefined>;
  /** The version that is asked now. */
  readonly version: string;
  readonly left: Fact<readonly LeftLock[]>;
}
