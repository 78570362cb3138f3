import type { Audience } from './audience.ts';
import type { PartsGiven } from './parts/parts-given.ts';
import type { Only } from './question.ts';
import type { Tier } from './scanners.ts';
import type { Standard } from './standard.ts';

export interface CheckRequest {
  /** Another repository than the one of the current folder; it may be bare. */
  readonly directory: string | undefined;
  /** Compare with this revision instead of the lock. */
  readonly base: string | undefined;
  /** With `base`: decides instead of what the base itself says, and no tests are run. */
  readonly standard?: Standard;
  /** Judge this revision instead of the index. */
  readonly head: string | undefined;
  readonly target: string | undefined;
  readonly tier: Tier;
  readonly only: Only | undefined;
  readonly audience: Audience | 'auto';
  /** Whether results that were found before are used, and new ones kept. */
  readonly cache: boolean;
  /** SARIF files about what is judged, from the current folder. */
  readonly logs: readonly string[];
  /** SARIF files about the base, where there is no lock that has them. */
  readonly baseLogs: readonly string[];
  /** The loop that this is a checkpoint of; else that of the branch that is checked out. */
  readonly loop: string | undefined;
  /** Who asks, as somebody authenticated it, such as a server: a stop holds for all loops of an identity (A09). */
  readonly identity: string | undefined;
  /** The private key with which a verifier signs its checkpoint. */
  readonly signAs: string | undefined;
  /** What the index is about to be merged with, where git has not written it down yet. */
  readonly merging?: readonly string[];
  /** What was found out of single projects, elsewhere. */
  readonly parts?: PartsGiven;
}
