import type { Concatenation } from 'refa';
import { type Alphabet, alphabetOf } from './alphabet.ts';
import { type Automaton, automaton } from './automaton.ts';
import { type Budget, budgetOf } from './budget.ts';
import { always, anyOf, type Formula, holdsAtEnd, isPartOf, never } from './formula.ts';
import { holdOf } from './held-edges.ts';
import { type Behind, readerOf } from './reader.ts';
import { RegexError } from './regex-error.ts';

/** In which texts two regular expressions find something. */
export interface LanguageComparison {
  readonly accepts: 'equal' | 'more' | 'less' | 'other' | 'unknown';
  /** A shortest text in which only the new one finds something. Proven, even where `accepts` is unknown. */
  readonly gained?: string;
  /** A shortest text in which only the old one finds something. */
  readonly lost?: string;
  /** Why `accepts` is unknown. */
  readonly unknown: readonly string[];
}

/**
 * Walks through both at once, over texts in order of their length, until a text of each kind is found or all is seen. What
 * one version makes of a text is a formula over the automaton's states, so this is what a DFA would say, without building
 * more of it than is walked through. Assertions of both directions are followed.
 *
 * @throws RegexError `unsupported` for what no automaton can follow, `too-large` where a limit is reached in the build.
 */
export function compareLanguages(
  before: readonly Concatenation[],
  after: readonly Concatenation[],
): LanguageComparison {
  const machine = automaton(budgetOf(limits.states, 'Building the automaton'));
  const versions = [versionOf(before, machine), versionOf(after, machine)] as const;
  if (versions[0].start === versions[1].start) return { accepts: 'equal', unknown: [] };
  const alphabet = alphabetOf(machine);
  const { gained, lost, seenAll } = search(machine, versions, alphabet);
  const both = gained !== undefined && lost !== undefined;
  const reasons = [...(seenAll ? [] : [unseen]), ...(alphabet.complete ? [] : [unlike])];
  const certain = both || reasons.length === 0;
  const accepts = both ? 'other' : gained ? 'more' : lost ? 'less' : 'equal';
  return {
    accepts: certain ? accepts : 'unknown',
    unknown: certain ? [] : reasons,
    ...(gained && { gained: textOf(gained, alphabet) }),
    ...(lost && { lost: textOf(lost, alphabet) }),
  };
}

/** Reached by hardly any ordinary regular expression, and after a fraction of a second by the others. */
const limits = { states: 30_000, steps: 1_000_000, positions: 4_000 };

const unseen = 'Comparing the two takes too many steps.';
const unlike = 'One of the two reads code units and the other code points.';

interface Version {
  readonly start: number;
  /** Whether a match may begin anywhere but at the start of the text. */
  readonly restarts: boolean;
  /** The states that a match begins in. */
  readonly ways: ReadonlySet<number>;
}

type Versions = readonly [before: Version, after: Version];

function versionOf(alternatives: readonly Concatenation[], machine: Automaton): Version {
  const start = machine.add(alternatives);
  const ways = new Set([start]);
  for (const id of ways) {
    const state = machine.states[id];
    if (state?.kind === 'fork') for (const to of state.to) ways.add(to);
  }
  const leaves = new Set([...ways].filter((id) => machine.states[id]?.kind !== 'fork'));
  return { start, restarts: holdOf(alternatives, 'start') !== 'text', ways: leaves };
}

/** A place after some text: what lies behind, and what each version still asks for to have found something. */
interface Place {
  readonly behind: Behind;
  readonly asks: Asks;
  /** The text is that of `from` and one character more. */
  readonly from: Place | undefined;
  readonly character: number;
}

type Asks = readonly [before: Formula, after: Formula];

/** The first text of each kind. */
interface Witnesses {
  gained: Place | undefined;
  lost: Place | undefined;
}

function search(machine: Automaton, versions: Versions, alphabet: Alphabet): Witnesses & { readonly seenAll: boolean } {
  const witnesses: Witnesses = { gained: undefined, lost: undefined };
  const budget = budgetOf(limits.steps, 'Comparing the regular expressions');
  try {
    for (const place of places(machine, versions, alphabet, budget, witnesses)) {
      const [before, after] = place.asks.map(holdsAtEnd);
      if (after && !before) witnesses.gained ??= place;
      if (before && !after) witnesses.lost ??= place;
    }
    return { ...witnesses, seenAll: true };
  } catch (error) {
    if (error instanceof RegexError && error.code === 'too-large') return { ...witnesses, seenAll: false };
    throw error;
  }
}

/** Every place from which there is something to see, breadth first. */
function* places(
  machine: Automaton,
  versions: Versions,
  alphabet: Alphabet,
  budget: Budget,
  witnesses: Witnesses,
): Generator<Place> {
  const reader = readerOf(machine, alphabet, budget);
  // A match may begin at every place: the question is what texts contain one.
  const begin = (asks: Asks, behind: Behind): Asks => [
    anyOf([asks[0], reader.ask(versions[0].start, behind)], budget),
    anyOf([asks[1], reader.ask(versions[1].start, behind)], budget),
  ];
  const known = new Set<string>();
  const first = { behind: reader.start, asks: begin([never, never], reader.start), from: undefined, character: 0 };
  const open: Place[] = [first];
  for (const place of open) {
    yield place;
    if (isDecided(place.asks, versions, witnesses)) continue;
    for (let character = 0; character < alphabet.size; character += 1) {
      const behind = reader.advance(place.behind, character);
      const [before, after] = place.asks;
      const read: Asks = [reader.read(before, character, behind), reader.read(after, character, behind)];
      const asks = begin(read, behind);
      const key = `${behind.key}/${asks[0].key}/${asks[1].key}`;
      if (known.has(key)) continue;
      known.add(key);
      if (known.size > limits.positions) throw new RegexError('too-large', 'The automaton has too many states.');
      open.push({ behind, asks, from: place, character });
    }
  }
}

/** Whether no text that goes on from here can tell anything new. */
function isDecided([before, after]: Asks, [was, is]: Versions, { gained, lost }: Witnesses): boolean {
  const noGain = gained !== undefined || staysPartOf(after, is, before, was);
  return noGain && (lost !== undefined || staysPartOf(before, was, after, is));
}

/** Whether all that `part` will find from here on is found by `whole` too. */
function staysPartOf(part: Formula, ofPart: Version, whole: Formula, ofWhole: Version): boolean {
  if (whole === always) return true;
  const mayBegin = ofPart.restarts && ![...ofPart.ways].every((way) => ofWhole.ways.has(way));
  return !mayBegin && isPartOf(part, whole);
}

function textOf({ from, character }: Place, alphabet: Alphabet): string {
  return from === undefined ? '' : textOf(from, alphabet) + alphabet.example(character);
}
