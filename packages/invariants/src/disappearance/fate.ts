import type { Finding, Location } from '@pawl/findings';

/**
 * What became of a finding that is gone: its code was mended (`fixed`), went with what it did (`removed`), still stands where nothing
 * runs it (`unreachable`), or still stands where no scanner sees it (`hidden`).
 */
export type Fate = 'fixed' | 'removed' | 'unreachable' | 'hidden';

export interface Classified {
  readonly finding: Finding;
  readonly fate: Fate;
  /** To end a sentence that begins with the code. */
  readonly why: string;
  /** Where its code stands in head, if it does. */
  readonly at: Location | undefined;
}
