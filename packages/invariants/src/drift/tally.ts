import type { Sign } from './evidence.ts';

/** One number that is known about a change, and the elements that it comes from. */
export interface Feature {
  readonly value: number;
  readonly from: readonly Sign[];
}

export type Features = ReadonlyMap<string, Feature>;

/** Counts by name, remembering what was counted so that a verdict can be explained. */
export class Tally {
  private readonly counts = new Map<string, { value: number; from: Sign[] }>();

  add(name: string, from: Sign | undefined, by = 1): void {
    const count = this.counts.get(name);
    if (count === undefined) this.counts.set(name, { value: by, from: from ? [from] : [] });
    else {
      count.value += by;
      if (from) count.from.push(from);
    }
  }

  of(name: string): number {
    return this.counts.get(name)?.value ?? 0;
  }

  /** The tenth of a kind says less than the first. */
  damped(): Map<string, Feature> {
    return new Map([...this.counts].map(([name, { value, from }]) => [name, { value: Math.log1p(value), from }]));
  }
}
