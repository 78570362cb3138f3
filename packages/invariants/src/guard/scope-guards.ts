import { plainCode } from '../plain-code.ts';
import type { GuardFact } from './guard-facts.ts';
import type { Conjunction } from './rejections.ts';

/** The guards of one scope of head, looked up by what they ask: generated code has thousands of them in one place. */
export class ScopeGuards {
  private readonly facts: readonly GuardFact[];
  /** What is rejected, by its first literal and, for exits, by each. */
  private readonly byFirst = new Map<string, Conjunction[]>();
  private readonly byLiteral = new Map<string, Conjunction[]>();
  private rejectsAlways = false;
  private places: ReadonlyMap<string, Waiting> | undefined;

  constructor(facts: readonly GuardFact[]) {
    this.facts = facts;
    for (const { form, rejects } of facts) {
      if (form === 'value') continue;
      for (const term of rejects) {
        if (term[0] === undefined) this.rejectsAlways = true;
        else pushTo(this.byFirst, term[0].key, term);
        if (form === 'exit') for (const { key } of term) pushTo(this.byLiteral, key, term);
      }
    }
  }

  /** Whether head rejects at least as much: it asks for no more, and perhaps for less, before it rejects. */
  isCovered(conjunction: Conjunction): boolean {
    const literals = new Set(conjunction.map(({ key }) => key));
    if (this.rejectsAlways && literals.size > 0) return true;
    const isLess = (term: Conjunction): boolean =>
      term.length < literals.size && term.every(({ key }) => literals.has(key));
    return [...literals].some((key) => this.byFirst.get(key)?.some(isLess));
  }

  /** Whether head still rejects, but only where something more holds: `if (bad && strict) throw`. */
  isNarrowed(conjunction: Conjunction): boolean {
    const terms = conjunction[0] && this.byLiteral.get(conjunction[0].key);
    return terms?.some((term) => isProperSubset(conjunction, term)) ?? false;
  }

  /** The first guard among those that still are `fresh` that asks about the same thing, or the same under other names. */
  replacementOf(guard: GuardFact, fresh: ReadonlySet<GuardFact>): GuardFact | undefined {
    const places = (this.places ??= placesOf(this.facts));
    let first = Infinity;
    for (const key of keysOf(guard)) first = Math.min(first, places.get(key)?.first(this.facts, fresh) ?? Infinity);
    return this.facts[first];
  }
}

/** Places in a list, in order, of which those at the start that are used up are never looked at again. */
class Waiting {
  readonly places: number[] = [];
  private from = 0;

  first(facts: readonly GuardFact[], fresh: ReadonlySet<GuardFact>): number {
    for (; this.from < this.places.length; this.from++) {
      const place = this.places[this.from] ?? Infinity;
      const fact = facts[place];
      if (fact !== undefined && fresh.has(fact)) return place;
    }
    return Infinity;
  }
}

function placesOf(facts: readonly GuardFact[]): ReadonlyMap<string, Waiting> {
  const places = new Map<string, Waiting>();
  for (const [place, fact] of facts.entries()) {
    for (const key of keysOf(fact)) {
      const waiting = places.get(key) ?? new Waiting();
      waiting.places.push(place);
      places.set(key, waiting);
    }
  }
  return places;
}

/** The names that a guard asks about, and the question without them. */
function keysOf(guard: GuardFact): readonly string[] {
  const names = new Set(namesIn(guard));
  const shape = plainCode(guard.condition).replace(/[\p{L}\p{N}_$]+/gu, (word) => (names.has(word) ? '_' : word));
  return [...names, `${guard.exit ?? ''} ${shape}`];
}

export function namesIn({ condition }: GuardFact): readonly string[] {
  const { identifiers } = condition.tree.profile;
  return condition.find(identifiers).map(({ text }) => text);
}

function isProperSubset(part: Conjunction, whole: Conjunction): boolean {
  const keys = new Set(whole.map(({ key }) => key));
  return part.length > 0 && part.length < whole.length && part.every(({ key }) => keys.has(key));
}

function pushTo(map: Map<string, Conjunction[]>, key: string, term: Conjunction): void {
  const terms = map.get(key);
  if (terms) terms.push(term);
  else map.set(key, [term]);
}
