import { describe, expect, it } from 'vitest';
import { judgedRow } from '../testing/rows.ts';
import { breakdown, worstProjects } from './breakdown.ts';
import { sizeClass } from './size-class.ts';

describe('when stops are counted by a property', () => {
  it('the biggest group comes first, and a score at the threshold is a stop', () => {
    const rows = [
      { name: 'b', score: 0.5 },
      { name: 'a', score: 0.4 },
      { name: 'c', score: 0.9 },
      { name: 'b', score: 0 },
    ];
    expect(breakdown(rows, ({ name }) => name, 0.5)).toEqual([
      { name: 'b', share: { stopped: 1, total: 2 } },
      { name: 'a', share: { stopped: 0, total: 1 } },
      { name: 'c', share: { stopped: 1, total: 1 } },
    ]);
  });
});

describe('when the projects with the most false stops are named', () => {
  const rows = [
    judgedRow({ repo: 'o/quiet', kind: 'benign', score: 0 }),
    judgedRow({ repo: 'o/one', kind: 'fix', score: 1 }),
    judgedRow({ repo: 'o/one', kind: 'regression', score: 1 }),
    judgedRow({ repo: 'o/two', kind: 'benign', score: 1 }),
    judgedRow({ repo: 'o/two', kind: 'revert', score: 1 }),
    judgedRow({ repo: 'o/two', kind: 'revert', score: 0 }),
  ];

  it('a stopped regression is none, and who has none is not named', () => {
    expect(worstProjects(rows, 0.5)).toEqual([
      { name: 'o/two', share: { stopped: 2, total: 3 } },
      { name: 'o/one', share: { stopped: 1, total: 1 } },
    ]);
  });

  it('no more are named than asked for', () => {
    expect(worstProjects(rows, 0.5, 1).map(({ name }) => name)).toEqual(['o/two']);
  });
});

describe('when a change is put into a class by its lines', () => {
  it.each([
    [0, '1–6'],
    [6, '1–6'],
    [7, '7–25'],
    [25, '7–25'],
    [26, '26–100'],
    [100, '26–100'],
    [101, '> 100'],
  ])('%i lines are %s', (lines, name) => {
    expect(sizeClass(lines)).toBe(name);
  });
});
