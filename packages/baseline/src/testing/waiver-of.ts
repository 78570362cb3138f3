import type { Finding, Suppression } from '@pawl/findings';
import type { Waiver } from '../decision.ts';
import { pinOfFinding, pinOfSuppression } from '../pin.ts';

export const NOW: Date = new Date('2026-03-01T00:00:00Z');

/** A waiver for specs: given a month ago, it lasts for another month. */
export function waiverOf(what: Finding | Suppression, over: Partial<Waiver> = {}): Waiver {
  const pin = 'fingerprint' in what ? pinOfFinding(what) : pinOfSuppression(what);
  if (pin === undefined) throw new Error('nothing to pin');
  return {
    ...pin,
    tool: what.tool,
    rule: 'R1',
    file: what.location.file,
    reason: 'known',
    since: '2026-02-01T00:00:00.000Z',
    expires: '2026-04-01T00:00:00.000Z',
    ...over,
  };
}
