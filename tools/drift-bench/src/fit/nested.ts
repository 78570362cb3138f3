import { CASE_KINDS, type CaseKind } from '../dataset/case.ts';
import { rate, type Share, shareOf, wilson } from '@pawl/bench';
import type { Example } from './example.ts';
import { type Fold, scoreExample } from './leave-projects-out.ts';

export interface Unseen {
  readonly example: Example;
  readonly fold: Fold;
  /** Raw, as of the fold's model. */
  readonly score: number;
}

/** Every real example with the fold that did not learn from its project. */
export function unseen(examples: readonly Example[], folds: readonly Fold[]): readonly Unseen[] {
  return examples.flatMap((example) => {
    const fold = folds.find(({ projects }) => projects.has(example.repo));
    return fold ? [{ example, fold, score: scoreExample(example, fold.model) }] : [];
  });
}

/** What a policy would have done on projects that had no part in its model or its threshold, one line each. */
export function nestedLines(cases: readonly Unseen[], policies: readonly string[]): readonly string[] {
  return policies.map((policy) => {
    const shares = CASE_KINDS.map((kind) => `${kind} ${shareText(stoppedOf(cases, policy, kind))}`);
    return `${policy}: ${shares.join(', ')}`;
  });
}

function stoppedOf(cases: readonly Unseen[], policy: string, kind: CaseKind): Share {
  return shareOf(
    cases.filter(({ example }) => example.kind === kind && example.set === 'dev'),
    ({ fold, score }) => score >= (fold.thresholds.get(policy) ?? Infinity),
  );
}

function shareText(share: Share): string {
  const interval = wilson(share.stopped, share.total);
  if (interval === undefined) return 'none';
  const { low, high } = interval;
  return `${share.stopped}/${share.total} = ${percent(rate(share))} (${percent(low)} to ${percent(high)})`;
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}
