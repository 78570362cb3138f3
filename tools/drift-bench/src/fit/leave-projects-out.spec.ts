import { describe, expect, it } from 'vitest';
import { copies, example } from '../testing/examples.ts';
import type { Example } from './example.ts';
import { type Fold, leaveProjectsOut, scoreExample, thresholdsOf } from './leave-projects-out.ts';

const PROJECTS = Array.from({ length: 12 }, (_, at) => `owner/p${String(at).padStart(2, '0')}`);

/** In each project, losses have more of `sign` than the rest, but not all of them. */
const EXAMPLES: readonly Example[] = [
  ...PROJECTS.flatMap((repo, at) =>
    [...Array(16).keys()].flatMap((turn) => [
      example({ repo, kind: 'regression', forth: { sign: 2 + ((at + turn) % 3), other: turn } }),
      example({ repo, forth: { sign: 1 + ((at + turn) % 2), other: at } }),
    ]),
  ),
  ...copies(5, { set: 'made', repo: 'made', forth: { sign: 1 } }),
];

/** All that could be learned from a fold's projects, turned around. */
function turnedAround(examples: readonly Example[], { projects }: Fold): readonly Example[] {
  return examples.map((each): Example => {
    if (!projects.has(each.repo)) return each;
    return { ...each, kind: each.kind === 'benign' ? 'regression' : 'benign', forth: { sign: 9, new: 1 } };
  });
}

describe('when projects are left out in turn', () => {
  const folds = leaveProjectsOut(EXAMPLES, () => undefined);

  it('each real project is in one fold, and what is generated in none', () => {
    expect(folds.flatMap(({ projects }) => [...projects]).sort()).toEqual(PROJECTS);
    expect(folds).toHaveLength(10);
  });

  it('neither the model nor a threshold of a fold changes with what its projects are', () => {
    const [first, second] = folds as readonly [Fold, Fold, ...Fold[]];
    const again = leaveProjectsOut(turnedAround(EXAMPLES, first), () => undefined);
    expect(again[0]).toEqual(first);
    expect(again[1]?.projects).toEqual(second.projects);
    expect(again[1]?.model).not.toEqual(second.model);
    expect(again[1]?.thresholds).not.toEqual(second.thresholds);
  });

  it('it is told of each fold, and of none without a project', () => {
    let told = 0;
    const few = EXAMPLES.filter(({ repo }) => PROJECTS.indexOf(repo) < 3);
    expect(leaveProjectsOut(few, () => void told++)).toHaveLength(3);
    expect(told).toBe(3);
  });
});

describe('when thresholds are chosen', () => {
  it('only cases of the set dev have a say, and where there are none nothing is stopped', () => {
    const mined = EXAMPLES.map((each) => (each.set === 'dev' ? { ...each, set: 'mined' } : each));
    expect([...thresholdsOf(EXAMPLES).values()].filter((value) => !Number.isFinite(value))).toEqual([]);
    expect([...thresholdsOf(mined).values()]).toEqual([Infinity, Infinity, Infinity]);
  });
});

describe('when an example is scored', () => {
  it('it counts against it that the change undone would be suspicious too', () => {
    const model = { start: 0.5, trees: [{ feature: 'sign', above: 1, worth: 0, no: -1, yes: 1 }] };
    const scored = (back: Readonly<Record<string, number>>): number =>
      scoreExample(example({ forth: { sign: 2 }, back }), model);
    expect(scored({})).toBeCloseTo(1.5 + 0.4 * 0.5, 12);
    expect(scored({ sign: 2 })).toBeCloseTo(1.5 - 0.4 * 1.5, 12);
  });

  it('it counts the words beside the features, and against it what they would say of the change undone', () => {
    const words = { start: -1, worth: new Map([['escape', [3, -4]]] as const) };
    const score = scoreExample(example({ wording: { lost: ['escape'], gained: [] } }), { start: 0, trees: [], words });
    const [there, again] = [-1 + 3 / Math.sqrt(41), -1 - 4 / Math.sqrt(41)];
    expect(score).toBeCloseTo(0.7 * there - 0.4 * 0.7 * again, 12);
  });

  it('it takes the word of a rule that needs no weighing', () => {
    const model = { start: -3, trees: [] };
    expect(scoreExample(example({ certain: true }), model)).toBe(4);
  });
});
