import type { Fact } from '../fact.ts';

export interface HarnessSetUp {
  readonly harness: string;
  readonly title: string;
  /** What shows that it is used here; `undefined` where only our own hooks do. */
  readonly sign: string | undefined;
  /** `installed`: as this version writes it. `outdated`: there, and not as this version writes it. `git-hooks-only`: it has no hook that can stop it. */
  readonly state: Fact<'installed' | 'outdated' | 'missing' | 'git-hooks-only'>;
}

export interface HarnessesFacts {
  readonly harnesses: Fact<readonly HarnessSetUp[]>;
  /** Whether what every harness starts is there and can be executed. */
  readonly runner: Fact<'ready' | 'not-executable' | 'missing'>;
}
