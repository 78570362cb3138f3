import type { Waiver } from './decision.ts';
import { groupBy } from './order.ts';
import type { Pin } from './pin.ts';

/** Something that a waiver may cover. Without a pin none does. */
export interface Candidate<T> {
  readonly pin: Pin | undefined;
  readonly file: string;
  readonly item: T;
}

export interface Matched<T> {
  readonly accepted: readonly { readonly item: T; readonly waiver: Waiver }[];
  /** What no waiver covers, in the order of the input. */
  readonly others: readonly T[];
  readonly unused: readonly Waiver[];
}

/**
 * Gives each waiver one candidate: ten copies need ten. A copy in the file that the waiver names goes first, so that
 * another waiver never takes a different copy away; else the first one.
 */
export function matchWaivers<T>(candidates: readonly Candidate<T>[], waivers: readonly Waiver[]): Matched<T> {
  const byPin = groupBy(candidates, ({ pin }) => (pin === undefined ? '' : keyOf(pin)));
  const taken = new Map<Candidate<T>, Waiver>();
  const take = (waiver: Waiver, fits: (candidate: Candidate<T>) => boolean): boolean => {
    const found = byPin.get(keyOf(waiver))?.find((candidate) => !taken.has(candidate) && fits(candidate));
    if (found) taken.set(found, waiver);
    return found !== undefined;
  };
  const elsewhere = waivers.filter((waiver) => !take(waiver, ({ file }) => file === waiver.file));
  const unused = elsewhere.filter((waiver) => !take(waiver, () => true));
  return {
    accepted: [...taken].map(([{ item }, waiver]) => ({ item, waiver })),
    others: candidates.filter((candidate) => !taken.has(candidate)).map(({ item }) => item),
    unused,
  };
}

function keyOf({ fingerprint, snippet }: Pin): string {
  return `${fingerprint}:${snippet}`;
}
