import { changeScore, type Model } from '@pawl/invariants';
import { BUDGETS } from '../report/summary.ts';
import { bestWithin, type Budget, rocPoints, type Scored } from '../statistics/roc.ts';
import type { Example } from './example.ts';
import { train } from './train.ts';

const FOLDS = 10;
/** Inside the training part, to choose thresholds without the part that is left out. */
const INNER_FOLDS = 5;

/** What was fitted without some projects, and with what they were then judged. */
export interface Fold {
  readonly projects: ReadonlySet<string>;
  readonly model: Model;
  /** Policy → the threshold that its budget allowed on the training part. */
  readonly thresholds: ReadonlyMap<string, number>;
}

/** Fits on all projects but some, for each part in turn. Generated examples are of no project and always learned from. */
export function leaveProjectsOut(examples: readonly Example[], onFold: () => void): readonly Fold[] {
  return parts(examples, FOLDS).map((projects) => {
    const training = examples.filter(({ repo }) => !projects.has(repo));
    const fold: Fold = { projects, model: train(training), thresholds: thresholdsOf(training) };
    onFold();
    return fold;
  });
}

/** A threshold at the very edge of a budget is over it on the next projects as often as not. */
const MARGIN = 0.9;

/** Thresholds that the budgets allow with a margin, chosen on scores that no case had a part in. */
export function thresholdsOf(examples: readonly Example[]): ReadonlyMap<string, number> {
  const scored = outOfFold(examples).filter(({ set }) => set === 'dev');
  const points = rocPoints(scored);
  return new Map(
    BUDGETS.map(({ name, budget }) => [name, bestWithin(points, withMargin(budget))?.threshold ?? Infinity] as const),
  );
}

function withMargin(budget: Budget): Budget {
  return Object.fromEntries(Object.entries(budget).map(([kind, share]) => [kind, MARGIN * share]));
}

function outOfFold(examples: readonly Example[]): readonly (Scored & { readonly set: string })[] {
  return parts(examples, INNER_FOLDS).flatMap((projects) => {
    const model = train(examples.filter(({ repo }) => !projects.has(repo)));
    return examples
      .filter(({ repo, set }) => projects.has(repo) && set !== 'made')
      .map((example) => ({ kind: example.kind, set: example.set, score: scoreExample(example, model) }));
  });
}

export function scoreExample(
  { forth, back, wording, certain }: Pick<Example, 'forth' | 'back' | 'wording' | 'certain'>,
  model: Model,
): number {
  return changeScore(
    {
      forth: (name) => forth[name] ?? 0,
      back: (name) => back[name] ?? 0,
      wording: { lost: new Set(wording.lost), gained: new Set(wording.gained) },
      certain,
    },
    model,
  );
}

/** Spreads projects over parts of about equal size, largest first; always the same way. */
function parts(examples: readonly Example[], count: number): readonly ReadonlySet<string>[] {
  const sizes = new Map<string, number>();
  for (const { repo, set } of examples) if (set !== 'made') sizes.set(repo, (sizes.get(repo) ?? 0) + 1);
  const folds = Array.from({ length: count }, () => ({ projects: new Set<string>(), size: 0 }));
  for (const [repo, size] of [...sizes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    const smallest = folds.reduce((least, fold) => (fold.size < least.size ? fold : least));
    smallest.projects.add(repo);
    smallest.size += size;
  }
  return folds.flatMap(({ projects }) => (projects.size > 0 ? [projects] : []));
}
