import type { Suppression } from '@pawl/findings';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suppressionDelta } from './suppression-delta.ts';

const known: Suppression = {
  tool: 'bandit',
  rules: ['B602', 'B608'],
  scope: 'line',
  code: 'execute(q)',
  text: '# nosec B602, B608',
  location: { file: 'a.py', line: 4, symbol: 'f' },
};
const at = (file: string, line: number): Suppression['location'] => ({ file, line, symbol: 'f' });

describe('when a suppression did not change', () => {
  it.each<[string, Partial<Suppression>]>([
    ['on another line', { location: at('a.py', 90) }],
    ['in another file', { location: at('b.py', 4) }],
    ['with its rules in another order', { rules: ['B608', 'B602'] }],
    ['with a rule named twice', { rules: ['B608', 'B602', 'B608'] }],
    ['with another spelling of the comment', { text: '#nosec:B602,B608' }],
  ])('it is not new %s', (_, change) => {
    expect(suppressionDelta([known], [{ ...known, ...change }])).toEqual({ introduced: [], removed: [] });
  });
});

describe('U04 when a suppression silences more', () => {
  it.each<[string, Partial<Suppression>]>([
    ['its rules are emptied', { rules: [] }],
    ['a rule is added', { rules: ['B602', 'B608', 'B101'] }],
    ['a rule is replaced', { rules: ['B602', 'B101'] }],
    ['its scope grows to a block', { scope: 'block' }],
    ['its scope grows to the file', { scope: 'file' }],
    ['new code is put under it', { code: 'execute(q+name)' }],
    ['another tool is silenced', { tool: 'semgrep' }],
  ])('it is introduced when %s', (_, change) => {
    const widened = { ...known, ...change };
    expect(suppressionDelta([known], [widened])).toEqual({ introduced: [widened], removed: [known] });
  });

  it('it counts copies', () => {
    const copy = { ...known, location: at('a.py', 9) };
    expect(suppressionDelta([known], [known, copy]).introduced).toEqual([copy]);
  });
});

describe('when a suppression silences less', () => {
  it.each<[string, Partial<Suppression>]>([
    ['it names fewer rules', { rules: ['B608'] }],
    ['it reaches less far', { scope: 'line' }],
    ['it names rules where it named none', { rules: ['B101'] }],
  ])('it is neither introduced nor removed when %s', (_, change) => {
    const wide: Suppression = { ...known, scope: 'block', ...(change.rules?.[0] === 'B101' ? { rules: [] } : {}) };
    expect(suppressionDelta([wide], [{ ...wide, ...change }])).toEqual({ introduced: [], removed: [] });
  });

  it('it lets one wide suppression become one narrow one, not two', () => {
    const wide = { ...known, rules: [] };
    const narrow = [
      { ...known, rules: ['B602'] },
      { ...known, rules: ['B608'], location: at('a.py', 5) },
    ];
    expect(suppressionDelta([wide], narrow).introduced).toHaveLength(1);
  });

  it('it is removed when it is gone', () => {
    expect(suppressionDelta([known], [])).toEqual({ introduced: [], removed: [known] });
  });
});

describe('when suppressions are compared in any order', () => {
  const suppression = fc
    .record({
      rules: fc.subarray(['B1', 'B2', 'B3']),
      scope: fc.constantFrom('line', 'block', 'file'),
      code: fc.constantFrom('x', 'y'),
      line: fc.integer({ min: 1, max: 4 }),
    })
    .map(({ line, ...rest }): Suppression => ({
      ...known,
      ...(rest as Partial<Suppression>),
      location: at('a.py', line),
    }));
  const twice = fc
    .array(suppression, { maxLength: 8 })
    .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));

  it('it gives the same answer', () => {
    fc.assert(
      fc.property(twice, twice, ([base, otherBase], [head, otherHead]) => {
        expect(suppressionDelta(otherBase, otherHead)).toEqual(suppressionDelta(base, head));
      }),
    );
  });

  it('it introduces nothing when nothing changed', () => {
    fc.assert(
      fc.property(twice, ([base, other]) => {
        expect(suppressionDelta(base, other)).toEqual({ introduced: [], removed: [] });
      }),
    );
  });
});

describe('when a line has a flood of suppressions', () => {
  const SIZE = 10_000;
  const flood = (rulesOf: (index: number) => readonly string[], scope: Suppression['scope']): readonly Suppression[] =>
    Array.from({ length: SIZE }, (_, index) => ({
      ...known,
      scope,
      rules: rulesOf(index),
      location: at('a.py', index),
    }));

  it.each<[string, (index: number) => readonly string[], (index: number) => readonly string[], number]>([
    ['that all became narrower', () => [], () => ['B602'], 0],
    ['of one wide kind that became another', () => ['B602', 'B608'], () => ['B602', 'B101'], SIZE],
    ['of as many kinds', (index) => ['B1', `X${index}`], (index) => [`X${index}`], 0],
    ['that were fewer before', () => ['B608'], () => [], SIZE],
  ])('it ends: %s', (_, before, after, introduced) => {
    const delta = suppressionDelta(flood(before, 'block'), flood(after, 'line'));
    expect(delta.introduced).toHaveLength(introduced);
    expect(delta.removed).toHaveLength(introduced);
  });
});
