import type { Wording } from './wording.ts';

/**
 * What the words are worth that a change says less or more, by logistic regression. It knows none that only a few projects use. All
 * that it knows in a change share one vote, so that much text weighs no more than some, and little text says little.
 */
export interface WordModel {
  readonly start: number;
  /** Word → what it is worth when it goes, and when it comes. */
  readonly worth: ReadonlyMap<string, readonly [lost: number, gained: number]>;
}

/** Words as they are written down: their worth in hundredths. */
export type WrittenWord = readonly [word: string, lost: number, gained: number];

export function readWords(written: string): WordModel['worth'] {
  return new Map(
    (JSON.parse(written) as readonly WrittenWord[]).map(([word, lost, gained]) => [word, [lost / 100, gained / 100]]),
  );
}

/** The log-odds that a change which reads so takes a defence away. */
export function wordScore({ lost, gained }: Wording, { start, worth }: WordModel): number {
  let [sum, known] = [0, 0];
  const add = (words: ReadonlySet<string>, side: 0 | 1): void => {
    for (const word of words) {
      const worths = worth.get(word);
      if (worths === undefined) continue;
      sum += worths[side];
      known++;
    }
  };
  add(lost, 0);
  add(gained, 1);
  return start + sum * shareOfVote(known);
}

/** With so many words, a change has half of the say that any number of words can have. */
const ENOUGH = 40;

/** What each of so many words counts. */
export function shareOfVote(words: number): number {
  return 1 / Math.sqrt(ENOUGH + words);
}
