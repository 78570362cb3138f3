import { Multiset } from './multiset.ts';

/** How alike two texts must be for one to be the other under a new name; half of the words is chance in short ones. */
const ALIKE = 0.6;

/** Only texts that share one of the rarest words are compared, and of those so many: all against all would not end. */
const RARE_WORDS = 8;
const MOST_COMPARED = 64;

/** Texts as bags of words, with an index from a word to the texts that have it. */
export interface LikenessIndex<T> {
  readonly bags: ReadonlyMap<T, readonly string[]>;
  readonly byWord: ReadonlyMap<string, readonly T[]>;
}

export function likenessIndex<T>(items: readonly T[], wordsOf: (item: T) => readonly string[]): LikenessIndex<T> {
  const bags = new Map(items.map((item) => [item, wordsOf(item)]));
  const byWord = new Map<string, T[]>();
  for (const [item, bag] of bags) {
    for (const word of new Set(bag)) {
      const having = byWord.get(word);
      if (having) having.push(item);
      else byWord.set(word, [item]);
    }
  }
  return { bags, byWord };
}

/** The text that is most like a bag of words; undefined where none is like it. */
export function mostAlike<T>(words: readonly string[], { bags, byWord }: LikenessIndex<T>): T | undefined {
  const postings = [...new Set(words)].flatMap((word) => [byWord.get(word) ?? []]).filter(({ length }) => length > 0);
  const rarest = postings.sort((a, b) => a.length - b.length).slice(0, RARE_WORDS);
  const compared = firstOf(rarest);
  let best: T | undefined;
  let likeness = ALIKE;
  for (const item of compared) {
    const value = likenessOf(words, bags.get(item) ?? []);
    if (value > likeness || (value === likeness && best === undefined)) [best, likeness] = [item, value];
  }
  return best;
}

/** Even the rarest word may be everywhere: the lists are not put together first. */
function firstOf<T>(lists: readonly (readonly T[])[]): ReadonlySet<T> {
  const first = new Set<T>();
  for (const list of lists) {
    for (const item of list) {
      if (first.size === MOST_COMPARED) return first;
      first.add(item);
    }
  }
  return first;
}

/** Dice's coefficient of two bags of words. */
function likenessOf(a: readonly string[], b: readonly string[]): number {
  const bag = new Multiset();
  for (const word of a) bag.add(word);
  const common = b.filter((word) => bag.take(word)).length;
  return a.length + b.length === 0 ? 0 : (2 * common) / (a.length + b.length);
}
