import { describe, expect, it } from 'vitest';
import { type Model, readTrees, scoreOf } from './model.ts';

/** Worth: 1 on average; without a lost guard -1; with one 3, and 5 where nothing was gained, 2 where something was. */
const trees = readTrees(`[
["lost guard", 0.5, 1, -1, ["gained guard", 0.5, 3, 5, 2]],
["lines", 10, 0.5, 0.25, 2]
]`);
const model: Model = { start: -2, trees };

const features =
  (values: Readonly<Record<string, number>>) =>
  (name: string): number =>
    values[name] ?? 0;

describe('when a change is scored', () => {
  it.each([
    [{}, -2 - 1 + 0.25],
    [{ 'lost guard': 1 }, -2 + 5 + 0.25],
    [{ 'lost guard': 1, 'gained guard': 1, lines: 11 }, -2 + 2 + 2],
  ])('adds up the ends that %j leads to', (values, score) => {
    expect(scoreOf(features(values), model).score).toBe(score);
  });

  it('tells the part of each question that was asked, and of no other', () => {
    const { parts } = scoreOf(features({ 'lost guard': 1, 'gained guard': 1 }), model);
    expect([...parts]).toEqual([
      ['lost guard', 2],
      ['gained guard', -1],
      ['lines', -0.25],
    ]);
  });

  it('has parts that add up to the score', () => {
    const average = trees.reduce((sum, { worth }) => sum + worth, model.start);
    for (const values of [{}, { 'lost guard': 1 }, { 'lost guard': 1, 'gained guard': 1, lines: 11 }]) {
      const { score, parts } = scoreOf(features(values), model);
      expect([...parts.values()].reduce((sum, part) => sum + part, average)).toBeCloseTo(score, 12);
    }
  });
});
