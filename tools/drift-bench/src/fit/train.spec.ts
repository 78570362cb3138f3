import type { Branching } from '@pawl/invariants';
import { describe, expect, it } from 'vitest';
import { copies } from '../testing/examples.ts';
import { OPTIONS, train } from './train.ts';

function featuresIn(tree: Branching | number): readonly string[] {
  return typeof tree === 'number' ? [] : [tree.feature, ...featuresIn(tree.no), ...featuresIn(tree.yes)];
}

function used(count: number): ReadonlySet<string> {
  const regressions = copies(count, { kind: 'regression', forth: { sign: 1 } });
  return new Set(train([...copies(100), ...regressions]).trees.flatMap(featuresIn));
}

describe('when a model is trained', () => {
  it.each([
    [14, []],
    [15, ['sign']],
  ])('a feature that %d examples have, however well it tells, gives questions about %j', (count, features) => {
    expect([...used(count)]).toEqual(features);
  });

  it.each(['regression', 'benign'] as const)('examples of which all are %s cannot be learned from', (kind) => {
    const made = copies(20, { set: 'made', kind: kind === 'benign' ? 'regression' : 'benign' });
    expect(() => train([...copies(20, { kind }), ...made])).toThrow(
      expect.objectContaining({ name: 'BenchError', code: 'no-examples' }),
    );
  });
});

describe('when features have a direction', () => {
  it.each([
    [
      1,
      ['lost guard', 'worse idiom of xss', 'rule weakened-guard high', 'regex worse', 'switched off', 'plainly worse'],
    ],
    [-1, ['gained guard', 'better idiom of xss', 'rule back weakened-guard high', 'regex better', 'switched on']],
    [0, ['lost idle words', 'gained idle words', 'lines', 'share of lost guard', 'files']],
  ])('it is %d for %j', (direction, names) => {
    expect(names.map(OPTIONS.direction)).toEqual(names.map(() => direction));
  });
});
