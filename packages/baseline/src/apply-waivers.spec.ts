import type { Suppression } from '@pawl/findings';
import { describe, expect, it } from 'vitest';
import { applyWaivers } from './apply-waivers.ts';
import { delta } from './delta.ts';
import { findingOf } from './testing/finding-of.ts';
import { NOW, waiverOf } from './testing/waiver-of.ts';
import { weightedTotals } from './weighted-total.ts';

const suppression: Suppression = {
  tool: 'bandit',
  rules: ['B602'],
  scope: 'line',
  code: 'run(x)',
  text: '# nosec B602',
  location: { file: 'a.py', line: 3, symbol: 'f' },
};

describe('when a new finding is waived', () => {
  const evidence = { delta: delta([findingOf('old')], [findingOf('old'), findingOf('x', 'a.ts:7', 'high')]) };
  const { evidence: rest, accepted } = applyWaivers(evidence, [waiverOf(findingOf('x'))], NOW);

  it('it stops nothing', () => {
    expect(rest.delta.introduced).toEqual([]);
  });

  it('it weighs nothing', () => {
    expect(weightedTotals(evidence.delta)).toEqual({ base: 4, head: 14 });
    expect(weightedTotals(rest.delta)).toEqual({ base: 4, head: 4 });
  });

  it('it can still be shown, with its waiver', () => {
    expect(accepted).toEqual([{ waiver: waiverOf(findingOf('x')), what: findingOf('x', 'a.ts:7', 'high') }]);
  });
});

describe('when a finding that got worse is waived', () => {
  const evidence = { delta: delta([findingOf('x', 'a.ts:1', 'low')], [findingOf('x', 'a.ts:1', 'high')]) };
  const { evidence: rest } = applyWaivers(evidence, [waiverOf(findingOf('x'))], NOW);

  it('it neither stops anything nor weighs more than it did', () => {
    expect(rest.delta.worsened).toEqual([]);
    expect(weightedTotals(rest.delta)).toEqual({ base: 0, head: 0 });
  });
});

describe('when there are several copies', () => {
  const ten = Array.from({ length: 10 }, (_, at) => findingOf('x', `f${at}.ts:1`));
  const evidence = { delta: delta([], ten) };

  it('one waiver covers one, in the file that it names', () => {
    const { evidence: rest } = applyWaivers(evidence, [waiverOf(findingOf('x'), { file: 'f4.ts' })], NOW);
    expect(rest.delta.introduced.map(({ location }) => location.file)).toEqual(
      ten.map(({ location }) => location.file).filter((file) => file !== 'f4.ts'),
    );
  });

  it('one that has moved is covered still', () => {
    const waivers = [waiverOf(findingOf('x'), { file: 'elsewhere.ts' }), waiverOf(findingOf('x'), { file: 'f0.ts' })];
    expect(applyWaivers(evidence, waivers, NOW).evidence.delta.introduced).toHaveLength(8);
  });

  it('ten waivers cover ten', () => {
    expect(
      applyWaivers(
        evidence,
        ten.map((one) => waiverOf(one)),
        NOW,
      ).evidence.delta.introduced,
    ).toEqual([]);
  });
});

describe('when a waiver does not count', () => {
  const evidence = { delta: delta([], [findingOf('x')]) };

  it.each([
    ['of other code', waiverOf(findingOf('y'))],
    ['of the same code as it was formatted before', waiverOf({ ...findingOf('x'), snippet: 'x ' })],
    ['of the same code in another function', waiverOf({ ...findingOf('x'), fingerprint: '0'.repeat(32) })],
    ['that expired this instant', waiverOf(findingOf('x'), { expires: NOW.toISOString() })],
    ['that lasts longer than any may', waiverOf(findingOf('x'), { expires: '2036-01-01T00:00:00Z' })],
  ])('one %s changes nothing', (_, waiver) => {
    expect(applyWaivers(evidence, [waiver], NOW)).toEqual({ evidence, accepted: [] });
  });
});

describe('when a new suppression is waived', () => {
  it('it stops nothing, until the code that it covers or its file changes', () => {
    const evidence = { suppressions: [suppression] };
    const waivers = [waiverOf(suppression)];
    expect(applyWaivers(evidence, waivers, NOW).evidence.suppressions).toEqual([]);
    for (const other of [
      { ...suppression, code: 'run(y)' },
      { ...suppression, rules: [] },
      { ...suppression, scope: 'file' as const },
      { ...suppression, text: '# nosec' },
      { ...suppression, location: { ...suppression.location, file: 'b.py' } },
    ])
      expect(applyWaivers({ suppressions: [other] }, waivers, NOW).evidence.suppressions).toEqual([other]);
  });
});

it('when a finding has no code it cannot be accepted, because nothing would tell when to stop', () => {
  const empty = { ...findingOf(''), snippet: ' ' };
  const waiver = { ...waiverOf(findingOf('x')), fingerprint: empty.fingerprint };
  expect(applyWaivers({ delta: delta([], [empty]) }, [waiver], NOW).accepted).toEqual([]);
});
