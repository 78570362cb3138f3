import { CharBase, CharSet, Words } from 'refa';
import { type Automaton, found } from './automaton.ts';

/** The characters that texts are made of, as few classes as the automaton can tell apart. */
export interface Alphabet {
  readonly size: number;
  /** The classes that lead on from each state that reads. */
  readonly classesOf: ReadonlyMap<number, ReadonlySet<number>>;
  /** A character of that class, a readable one if there is any. */
  example(index: number): string;
  /** False where one version reads code units and the other code points, and the difference may matter. */
  readonly complete: boolean;
}

const surrogates = { min: 0xd800, max: 0xdfff };
const basicPlane = 0xffff;

export function alphabetOf({ states }: Automaton): Alphabet {
  const reads = states.flatMap((state, id) =>
    state.kind === 'read' ? [{ id, set: state.characters, next: state.next }] : [],
  );
  const maximum = Math.min(...reads.map(({ set }) => set.maximum));
  const mixed = reads.some(({ set }) => set.maximum !== maximum);
  const narrow = (set: CharSet): CharSet => (mixed ? commonTo(set) : set);
  const sets = reads.map(({ id, set }) => ({ id, set: narrow(set) }));
  const every = narrow(CharSet.all(reads.length === 0 ? basicPlane : maximum));
  const base = new CharBase([every, ...new Set(sets.map(({ set }) => set))]);
  return {
    size: base.sets.length,
    classesOf: new Map(sets.map(({ id, set }) => [id, new Set(base.split(set))])),
    example: (index) => String.fromCodePoint(readable(base.sets[index])),
    complete: !mixed || reads.every(({ set, next }) => isCommon(set) || (next === found && hasAllOthers(set))),
  };
}

/** Outside surrogates, and below them, code units and code points are the same. */
function commonTo(set: CharSet): CharSet {
  const ranges = set.ranges.filter(({ min }) => min <= basicPlane);
  const clipped = ranges.map(({ min, max }) => ({ min, max: Math.min(max, basicPlane) }));
  return CharSet.empty(basicPlane).union(clipped).without(surrogates);
}

function isCommon(set: CharSet): boolean {
  return !set.ranges.some(({ min, max }) => max > basicPlane || (min <= surrogates.max && max >= surrogates.min));
}

/** To read one last character that is any other takes one code unit as well as one code point: `^` and `$` do that. */
function hasAllOthers(set: CharSet): boolean {
  const others = CharSet.all(set.maximum).without({ min: 0, max: surrogates.min - 1 });
  return others.without({ min: surrogates.max + 1, max: basicPlane }).isSubsetOf(set);
}

function readable(set: CharSet | undefined): number {
  // Surrogates of their own are texts that hardly any program can write down.
  const plain = set?.without(surrogates);
  return (plain && Words.pickMostReadableCharacter(plain.isEmpty && set ? set : plain)) ?? 0;
}
