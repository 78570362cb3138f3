import { describe, expect, it } from 'vitest';
import { copies, example } from '../testing/examples.ts';
import { exampleWeights } from './example-weights.ts';

const SMALL = { forth: { lines: Math.log1p(2) } };
const LARGE = { forth: { lines: Math.log1p(10) } };

describe('when examples are weighed', () => {
  it('mined work is spread like dev, and all regressions weigh 0.45 of the rest that is real', () => {
    const examples = [
      example(SMALL),
      example(LARGE),
      example({ kind: 'fix' }),
      ...copies(3, { set: 'mined', ...SMALL }),
      example({ set: 'mined', ...LARGE }),
      example({ set: 'mined', kind: 'revert', ...LARGE }),
      example({ set: 'mined', kind: 'fix', ...LARGE }),
      example({ kind: 'regression' }),
      example({ set: 'mined', kind: 'regression' }),
      example({ set: 'made', kind: 'regression' }),
      example({ set: 'made' }),
    ];
    // Half of dev is small, of mined 3 in 4: 0.5 / 0.75 for small, 0.5 / 0.25 for large. The rest is 8, so 0.45 * 8 / 2.
    const third = 0.5 * (0.5 / 0.75);
    const expected = [0.5, 0.5, 1.5, third, third, third, 1, 2, 1.5, 1.8, 1.8, 1, 0.7];
    const weights = exampleWeights(examples);
    expect(weights).toHaveLength(expected.length);
    expected.forEach((weight, at) => expect(weights[at]).toBeCloseTo(weight, 12));
  });

  it('no size is weighed down below 0.15 or up above 3', () => {
    const examples = [example(LARGE), ...copies(9, { set: 'mined', ...SMALL }), example({ set: 'mined', ...LARGE })];
    const [, small] = exampleWeights(examples);
    expect([small, exampleWeights(examples).at(-1)]).toEqual([0.5 * 0.15, 0.5 * 3]);
  });
});
