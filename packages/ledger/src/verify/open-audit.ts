import type { Environment, Whereabouts } from '../find-anchor.ts';
import type { Signatures } from '../signatures.ts';
import { openTrust, type Trust } from '../trust.ts';
import { type LoopMarks, openLoopMarks } from './loop-marks.ts';

/** What lies outside the repository and says whether its ledger holds. */
export interface Audit {
  readonly trust: Trust;
  readonly marks: LoopMarks;
  readonly signaturesAt: (at: Date) => Promise<Signatures>;
}

/** What an audit of this repository is held against. Nothing is read before it is asked for. */
export function openAudit(
  place: Whereabouts,
  { env, now }: { readonly env: Environment; readonly now: () => Date },
): Audit {
  return {
    trust: openTrust(place, { env, now }),
    marks: openLoopMarks(place.commonDir, env),
    signaturesAt: async (at) => (await import('../open-signatures.ts')).openSignatures(env, () => at),
  };
}
