import { MARK_MEANINGS } from './marks.ts';
import { IDLE_WORDS, VOCABULARY } from './vocabulary.ts';

export type Grade = 1 | 2 | 3;

export interface Meaning {
  readonly concept: string;
  readonly grade: Grade;
}

const MEANINGS: ReadonlyMap<string, Meaning> = new Map(
  Object.entries(VOCABULARY).flatMap(([concept, graded]) =>
    ([1, 2, 3] as const).flatMap((grade) =>
      graded[grade].split(' ').map((word) => [word, { concept, grade }] as const),
    ),
  ),
);

const IDLE: ReadonlySet<string> = new Set(IDLE_WORDS.split(' '));

export function meaningOf(word: string): Meaning | undefined {
  return MEANINGS.get(word) ?? MARK_MEANINGS.get(word);
}

/** Words about looks, features and packaging: code that speaks of them is seldom a defence. */
export function isIdle(word: string): boolean {
  return IDLE.has(word);
}

/** The concepts that some words speak of, each at its highest grade. */
export function conceptsOf(words: Iterable<string>): ReadonlyMap<string, Grade> {
  const concepts = new Map<string, Grade>();
  for (const word of words) {
    const meaning = meaningOf(word);
    if (meaning && meaning.grade > (concepts.get(meaning.concept) ?? 0)) concepts.set(meaning.concept, meaning.grade);
  }
  return concepts;
}

const SECURITY_GRADE = 2;

/** Whether some of these words mostly speak of a check or a defence. */
export function isSecurity(words: Iterable<string>): boolean {
  return [...conceptsOf(words).values()].some((grade) => grade >= SECURITY_GRADE);
}
