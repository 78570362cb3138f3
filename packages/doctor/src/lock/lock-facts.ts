import type { Trusted } from '@pawl/checkpoint';
import type { Fact } from '../fact.ts';

/** A loop as its newest entry has it. */
export interface LoopFacts {
  readonly name: string;
  /** The cases that keep it stopped. */
  readonly latch: readonly string[];
}

export interface DriftFacts {
  readonly weight: number;
  readonly limit: number;
  readonly isAtLeast: boolean;
}

export interface LockFacts {
  readonly trusted: Fact<Trusted>;
  readonly now: Date;
  /** Whether a lock may lie where others share it. */
  readonly hasRemote: boolean;
  readonly waivers: { readonly ends: readonly Date[]; readonly most: number };
  /** How far the protected branch moved; empty where it did not, and for an agent, who is not told. */
  readonly drift: Fact<readonly DriftFacts[]>;
  readonly loops: Fact<readonly LoopFacts[]>;
  /** Loops of which something is gone that was seen here, each with why. */
  readonly damaged: readonly { readonly why: string; readonly next: string | undefined }[];
  /** An agent is told that a loop is stopped, and no way to look at it. */
  readonly isAgent: boolean;
}
