import { describe, expect, it } from 'vitest';
import { example } from '../testing/examples.ts';
import type { Fold } from './leave-projects-out.ts';
import { nestedLines, unseen } from './nested.ts';

function fold(project: string, yes: number, threshold: number): Fold {
  return {
    projects: new Set([project]),
    model: { start: 0, trees: [{ feature: 'sign', above: 0, worth: 0, no: 0, yes }] },
    thresholds: new Map([['default', threshold]]),
  };
}

const FOLDS = [fold('owner/one', 1, 1), fold('owner/two', 3, 4)];
const SIGN = { forth: { sign: 1 } };

describe('when cases are judged by the fold that left their project out', () => {
  it('each has the score of its own fold, and generated ones have none', () => {
    const examples = [
      example({ repo: 'owner/two', ...SIGN }),
      example({ repo: 'owner/one', ...SIGN }),
      example({ repo: 'made' }),
    ];
    expect(unseen(examples, FOLDS).map(({ example: { repo }, score }) => [repo, score])).toEqual([
      ['owner/two', 3],
      ['owner/one', 1],
    ]);
  });

  it('a policy stops by the threshold of each fold, only dev counts, and of nothing no share is told', () => {
    const cases = [
      example({ repo: 'owner/one', kind: 'regression', ...SIGN }),
      example({ repo: 'owner/two', kind: 'regression', ...SIGN }),
      example({ repo: 'owner/one', kind: 'regression', set: 'mined', ...SIGN }),
      example({ repo: 'owner/one' }),
    ];
    // The interval of one in two is (1 + z²/2·½ ± …) by Wilson's formula: 0.0945 to 0.9055; of none in one, 0 to 0.7935.
    expect(nestedLines(unseen(cases, FOLDS), ['default'])).toEqual([
      'default: regression 1/2 = 50.0 % (9.5 % to 90.5 %), fix none, benign 0/1 = 0.0 % (0.0 % to 79.3 %), revert none',
    ]);
  });
});
