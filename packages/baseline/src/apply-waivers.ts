import type { Finding, Suppression } from '@pawl/findings';
import type { Waiver } from './decision.ts';
import type { Delta } from './delta.ts';
import { type Candidate, matchWaivers } from './match-waivers.ts';
import { pinOfFinding, pinOfSuppression } from './pin.ts';
import { isLive } from './waivers.ts';

/** The part of a verdict's evidence in which single items can be accepted. */
export interface Waivable {
  readonly delta?: Delta;
  /** The introduced ones. */
  readonly suppressions?: readonly Suppression[];
}

/** What a person accepted stays visible to people: "waived until". */
export interface AcceptedItem {
  readonly waiver: Waiver;
  readonly what: Finding | Suppression;
}

/**
 * Takes what is waived out of the evidence: new and worsened findings, with their weight, and new suppressions. A lost
 * defence is not here: a loss is told by comparing two texts, so what is accepted of it is settled before they are compared.
 * A waiver that is expired is none, and one that nothing matches changes nothing.
 */
export function applyWaivers<Evidence extends Waivable>(
  evidence: Evidence,
  waivers: readonly Waiver[],
  now: Date,
): { readonly evidence: Evidence; readonly accepted: readonly AcceptedItem[] } {
  const live = waivers.filter((waiver) => isLive(waiver, now));
  if (live.length === 0) return { evidence, accepted: [] };
  const { accepted } = matchWaivers(candidatesIn(evidence, new Set(live.map(({ fingerprint }) => fingerprint))), live);
  return {
    evidence: { ...evidence, ...without(evidence, new Set(accepted.map(({ item: { place } }) => place))) },
    accepted: accepted.map(({ item: { what }, waiver }) => ({ waiver, what })),
  };
}

/** Where an item stands: equal copies are told apart by it. */
type Place = `${'introduced' | 'worsened' | 'suppression'} ${number}`;

interface Item {
  readonly place: Place;
  readonly what: Finding | Suppression;
}

/** Only what some waiver may be about: the code of a hundred thousand findings need not be digested for one. */
function candidatesIn(
  { delta, suppressions }: Waivable,
  fingerprints: ReadonlySet<string>,
): readonly Candidate<Item>[] {
  const finding = (what: Finding, place: Place): readonly Candidate<Item>[] =>
    fingerprints.has(what.fingerprint)
      ? [{ pin: pinOfFinding(what), file: what.location.file, item: { place, what } }]
      : [];
  return [
    ...(delta?.introduced ?? []).flatMap((what, at) => finding(what, `introduced ${at}`)),
    ...(delta?.worsened ?? []).flatMap(({ head }, at) => finding(head, `worsened ${at}`)),
    ...(suppressions ?? []).map((what, at): Candidate<Item> => {
      return { pin: pinOfSuppression(what), file: what.location.file, item: { place: `suppression ${at}`, what } };
    }),
  ];
}

function without({ delta, suppressions }: Waivable, gone: ReadonlySet<Place>): Waivable {
  return {
    ...(delta && {
      delta: {
        ...delta,
        introduced: delta.introduced.filter((_, at) => !gone.has(`introduced ${at}`)),
        worsened: delta.worsened.filter((_, at) => !gone.has(`worsened ${at}`)),
      },
    }),
    ...(suppressions && { suppressions: suppressions.filter((_, at) => !gone.has(`suppression ${at}`)) }),
  };
}
