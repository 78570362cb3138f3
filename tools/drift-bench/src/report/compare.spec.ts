import { describe, expect, it } from 'vitest';
import { judgedRow } from '../testing/rows.ts';
import { compare } from './compare.ts';
import { comparisonText } from './comparison-text.ts';

const BEFORE = [
  judgedRow({ id: 'js-1', score: 0, stop: false }),
  judgedRow({ id: 'js-2', score: 1, stop: true }),
  judgedRow({ id: 'js-3', kind: 'benign', score: 1, stop: true }),
  judgedRow({ id: 'js-3', kind: 'revert', score: 0, stop: false }),
  judgedRow({ id: 'js-4', score: 1, stop: true }),
  judgedRow({ id: 'js-5' }),
];
const AFTER = [
  judgedRow({ id: 'js-1', score: 1, stop: true }),
  judgedRow({ id: 'js-2', score: 0, stop: false }),
  judgedRow({ id: 'js-3', kind: 'benign', score: 0.2, stop: false }),
  judgedRow({ id: 'js-3', kind: 'revert', score: 1, stop: true }),
  judgedRow({ id: 'js-4', score: 0.9, stop: true }),
  judgedRow({ id: 'js-6' }),
];

describe('when two runs are compared', () => {
  const { won, lost, onlyBefore, onlyAfter, same } = compare(BEFORE, AFTER);

  it('a stopped regression and a harmless case let through are won', () => {
    expect(won.map(({ after }) => `${after.id} ${after.kind}`)).toEqual(['js-1 regression', 'js-3 benign']);
  });

  it('the opposite is lost', () => {
    expect(lost.map(({ after }) => `${after.id} ${after.kind}`)).toEqual(['js-2 regression', 'js-3 revert']);
  });

  it('what only one of them judged is told, and what did not change is counted', () => {
    expect([onlyBefore.map(({ id }) => id), onlyAfter.map(({ id }) => id), same]).toEqual([['js-5'], ['js-6'], 1]);
  });

  it('both can be held to one score', () => {
    const strict = compare(BEFORE, AFTER, 1);
    expect(strict.lost.map(({ after }) => after.id)).toContain('js-4');
  });

  it('it reads as a list with the totals first', () => {
    const reasons = [{ file: 'a.js', line: 1, symbol: 'f', rule: 'r', message: '`f` no longer rejects `x`' }];
    const [before, after] = [
      judgedRow({ id: 'js-1' }),
      judgedRow({ id: 'js-1', score: 0.81234567, stop: true, reasons }),
    ];
    expect(comparisonText(compare([before], [after]))).toBe(
      `won 1, lost 0, same 0, only before 0, only after 0

won: regression (1)
  js-1  regression  owner/name  guard-added  0 → 0.8123  \`f\` no longer rejects \`x\`
`,
    );
  });
});
