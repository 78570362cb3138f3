import type { WordModel } from './word-model.ts';

/** A question about one feature. An answer is another question or the end. */
export interface Branching {
  readonly feature: string;
  /** Whether the feature is larger than this. */
  readonly above: number;
  /** What the two answers are worth on average, so that each question's part in a score can be told. */
  readonly worth: number;
  readonly no: Branching | number;
  readonly yes: Branching | number;
}

/**
 * What features are worth: a start, and small trees of questions whose ends are added up (gradient boosting on the logistic
 * loss, Friedman 2001). The sum is the log-odds, over the cases it was fitted on, that a change takes a defence away.
 */
export interface Model {
  readonly start: number;
  readonly trees: readonly Branching[];
  /** What words are worth, beside the features. */
  readonly words?: WordModel;
}

export interface Score {
  readonly score: number;
  /** Feature → its part in the score, for better and worse. */
  readonly parts: ReadonlyMap<string, number>;
}

/** The score of a change. A feature that is not named is 0. */
export function scoreOf(features: (name: string) => number, { start, trees }: Model): Score {
  const parts = new Map<string, number>();
  let score = start;
  for (const tree of trees) {
    let at: Branching | number = tree;
    let worth = tree.worth;
    score += tree.worth;
    while (typeof at !== 'number') {
      const next: Branching | number = features(at.feature) > at.above ? at.yes : at.no;
      const gain = worthOf(next) - worth;
      parts.set(at.feature, (parts.get(at.feature) ?? 0) + gain);
      score += gain;
      worth = worthOf(next);
      at = next;
    }
  }
  return { score, parts };
}

function worthOf(answer: Branching | number): number {
  return typeof answer === 'number' ? answer : answer.worth;
}

/** A tree as it is written down: feature, above, worth, no, yes. */
export type WrittenTree = readonly [
  feature: string,
  above: number,
  worth: number,
  no: WrittenTree | number,
  yes: WrittenTree | number,
];

/** Trees as JSON, which loads in a part of the time that the same takes as code. */
export function readTrees(written: string): readonly Branching[] {
  return (JSON.parse(written) as readonly WrittenTree[]).map(readTree);
}

function readTree([feature, above, worth, no, yes]: WrittenTree): Branching {
  return { feature, above, worth, no: readAnswer(no), yes: readAnswer(yes) };
}

function readAnswer(answer: WrittenTree | number): Branching | number {
  return typeof answer === 'number' ? answer : readTree(answer);
}
