import type { Judgement } from './decide.ts';
import type { Drift } from './evidence.ts';

/** The version of the JSON of a verdict. */
export const VERDICT_SCHEMA = 'pawl/verdict@1';

/** `fast`: in-process checks. `full`: with scanners and security tests. */
export type Tier = 'fast' | 'full';

/** How far the lock can be trusted, weakest first. */
export type Assurance = 'unsigned' | 'advisory' | 'locked';

/** The verdict as humans and machines of humans get it. `schema/verdict.schema.json` says the same of its JSON. */
export interface Verdict extends Judgement {
  readonly schema: typeof VERDICT_SCHEMA;
  readonly base: string;
  readonly head: string;
  readonly tier: Tier;
  readonly assurance: Assurance;
  /** How far the protected branch has moved from the lock up to `base`; `null` where `base` is what was locked. */
  readonly drift: Drift | null;
  /** Milliseconds by step. */
  readonly timings: Readonly<Record<string, number>>;
}

/**
 * All that an agent gets: an agent that is told which rule fired learns to silence the rule. Faults of the environment and
 * files that cannot be read are told plainly, because an agent may mend those.
 */
export type AgentVerdict = { readonly schema: typeof VERDICT_SCHEMA } & (
  | { readonly outcome: 'clean' }
  | { readonly outcome: 'stopped'; readonly case: string; readonly message: string }
  | { readonly outcome: 'inconclusive'; readonly faults: readonly string[] }
);
