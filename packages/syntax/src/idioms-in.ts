import type { ElementKind, Idiom } from './idiom.ts';
import type { LanguageProfile } from './language-profile.ts';

/** Words are looked up by their first letters. */
const KEY = 3;

interface Needed {
  readonly word: string;
  /** The place among all idioms of the one that needs it. */
  readonly place: number;
}

/**
 * The idioms of a language by the words of which they need one. A pattern is compiled at its first use, and to compile hundreds
 * takes longer than a commit should: only those are asked that may match.
 */
interface IdiomIndex {
  /** The places of idioms for which no word is known. */
  readonly always: readonly number[];
  readonly short: readonly Needed[];
  readonly byKey: ReadonlyMap<string, readonly Needed[]>;
}

/** The idioms that one element speaks, in the order of its profile. `text` is its code without needless space. */
export function idiomsIn(kind: ElementKind, text: string, profile: LanguageProfile): readonly Idiom[] {
  const { idioms } = profile;
  if (idioms === undefined) return [];
  const places = [...placesIn(indexOf(idioms, profile), folded(text))].sort((a, b) => a - b);
  return places
    .flatMap((place) => idioms[place] ?? [])
    .filter(({ on, match }) => (on === undefined || on.includes(kind)) && match.test(text));
}

function placesIn({ always, short, byKey }: IdiomIndex, text: string): ReadonlySet<number> {
  const found = new Set(always);
  for (const { word, place } of short) if (text.includes(word)) found.add(place);
  for (let at = 0; at <= text.length - KEY; at++) {
    for (const { word, place } of byKey.get(text.slice(at, at + KEY)) ?? [])
      if (text.startsWith(word, at)) found.add(place);
  }
  return found;
}

/** In lower case. To a pattern with the flags `iu`, a long `ſ` is an `s` too. */
function folded(text: string): string {
  return text.toLowerCase().replaceAll('ſ', 's');
}

const indexes = new WeakMap<readonly Idiom[], IdiomIndex>();

function indexOf(idioms: readonly Idiom[], { idiomWords }: LanguageProfile): IdiomIndex {
  const index = indexes.get(idioms) ?? toIndex(idioms.length, idiomWords?.() ?? []);
  indexes.set(idioms, index);
  return index;
}

function toIndex(count: number, rows: readonly string[]): IdiomIndex {
  // A pattern that nobody asks is a check that nobody makes: where words do not fit the idioms, nothing is known of any.
  const words = rows.length === count ? rows : Array<string>(count).fill('');
  const index = { always: [] as number[], short: [] as Needed[], byKey: new Map<string, Needed[]>() };
  for (const [place, row] of words.entries()) {
    if (row === '') index.always.push(place);
    else for (const word of row.split(' ')) addTo(index, { word, place });
  }
  return index;
}

function addTo(index: { readonly short: Needed[]; readonly byKey: Map<string, Needed[]> }, needed: Needed): void {
  if (needed.word.length < KEY) {
    index.short.push(needed);
    return;
  }
  const key = needed.word.slice(0, KEY);
  const known = index.byKey.get(key);
  if (known) known.push(needed);
  else index.byKey.set(key, [needed]);
}
