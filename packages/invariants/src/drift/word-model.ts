import type { Wording } from './wording.ts';

/**
 * What the words are worth that a change says less or more, by logistic regression. It knows none that only a few projects use. All
 * that it knows in a change share one vote, so that much text weighs no more than some, and little text says little.
 */
export interface WordModel {
  readonly start: number;
  readonly worth: Worths;
}

/** Word → what it is worth when it goes, and when it comes. A map is one. */
export interface Worths extends Iterable<readonly [word: string, worth: readonly [lost: number, gained: number]]> {
  get(word: string): readonly [lost: number, gained: number] | undefined;
}

/**
 * Words as they are written down: each on a line of its own, then its two worths in hundredths. There are thousands, and a change has few
 * of them: only these are read to the end.
 */
export function readWords(written: string): Worths {
  const worths = new Map<string, string>();
  for (const line of written.split('\n')) {
    const end = line.lastIndexOf(' ', line.lastIndexOf(' ') - 1);
    if (end > 0) worths.set(line.slice(0, end), line.slice(end + 1));
  }
  return {
    get: (word) => readWorth(worths.get(word)),
    *[Symbol.iterator]() {
      for (const [word, worth] of worths) yield [word, readWorth(worth) ?? [0, 0]] as const;
    },
  };
}

function readWorth(written: string | undefined): readonly [lost: number, gained: number] | undefined {
  if (written === undefined) return undefined;
  const [lost, gained] = written.split(' ');
  return [Number(lost) / 100, Number(gained) / 100];
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
