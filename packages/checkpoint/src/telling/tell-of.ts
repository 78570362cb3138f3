import { caseDigest } from '@pawl/ledger';
import type { Asked } from '../ask.ts';
import type { Context } from '../context.ts';
import { type Telling, tellingOf } from './telling.ts';

/** A judgement, for whoever tells people of it. */
export interface Tell {
  readonly telling: Telling;
  readonly loop: string;
  /** The SHA-256 of the question, of which the number of a case is the beginning. */
  readonly question: string;
}

/** `undefined` where the lock wants nobody told, and where two revisions were compared or a part was asked for. */
export function tellOf(
  { repository, locked, question: { base, tier, only, config } }: Asked,
  tree: string,
  context: Pick<Context, 'env'>,
): Tell | undefined {
  if (locked === undefined || only !== undefined) return undefined;
  const { stored, loop } = locked;
  const telling = tellingOf(config, stored.lock, repository, context);
  return telling && { telling, loop, question: caseDigest({ lock: stored.commit, base, tree, tier }) };
}
