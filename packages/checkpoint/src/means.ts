import type { Coverage, Finding } from '@pawl/findings';
import type { Results } from './results.ts';
import type { Run } from './runner.ts';
import type { Sides } from './sides.ts';
import type { Surrounder } from './surroundings.ts';
import type { Tree } from './tree.ts';

/** What a scan is made with. */
export interface Means {
  readonly run: Run;
  readonly results: Results;
  readonly surround: Surrounder;
  /** The whole tree of a side, for scanners whose results depend on all of it; `undefined` where there is nothing to compare with. */
  readonly trees: Sides<(() => Promise<Tree>) | undefined>;
  /** Told the name of each scanner before it runs. */
  readonly scanning: (name: string) => void;
}

export interface ScanOfSide {
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
}
