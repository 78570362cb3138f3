import type { Verified } from '@pawl/checkpoint';
import { PLAIN } from '@pawl/report';
import { describe, expect, it } from 'vitest';
import { verifyJson, verifyResult, verifyText } from './verify-text.ts';

const HELD: Verified = {
  basis: { kind: 'anchor', from: '/etc/pawl/anchor.json' },
  locks: [{ target: 'main', ref: 'refs/pawl/lock/main', locks: [], isWhole: true, problems: [] }],
  loops: [{ loop: 'agent/x', ref: 'refs/pawl/loop/agent%2Fx', entries: [], problems: [] }],
  problems: [],
  recomputed: { questions: 3, asked: 3, told: 3, held: 3 },
};

const problem = (kind: 'broken' | 'unknown', over: Partial<Verified['problems'][number]> = {}) => ({
  ...{ kind, ref: 'refs/pawl/lock/main', entry: 'lock 2', commit: 'a'.repeat(40) },
  ...{ code: 'broken-link', message: 'it does not follow', next: 'pawl sync' },
  ...over,
});

const lines = (over: Partial<Verified> = {}): readonly string[] =>
  verifyText({ ...HELD, ...over }, PLAIN)
    .trimEnd()
    .split('\n');

describe('verifyText', () => {
  it('says in the last line that all holds, and in the first against what', () => {
    expect(lines().at(0)).toBe('Held against the anchor in /etc/pawl/anchor.json.');
    expect(lines().at(-1)).toBe(
      'All holds: 1 chain of locks, 1 loop, 0 checkpoints read, all 3 verdicts recomputed, and they hold.',
    );
  });

  it.each([
    [{ questions: 3, asked: 0, told: 0, held: 0 }, 'no verdict recomputed.'],
    [{ questions: 3, asked: 1, told: 1, held: 1 }, '1 of 3 verdicts recomputed, and they hold.'],
    [{ questions: 3, asked: 3, told: 0, held: 0 }, 'none of 3 verdicts recomputed.'],
    [{ questions: 3, asked: 3, told: 2, held: 1 }, '2 of 3 verdicts recomputed, 1 of them hold.'],
  ])('says how many verdicts were recomputed: %j', (recomputed, end) => {
    expect(lines({ recomputed }).at(-1)).toMatch(new RegExp(`, ${end}$`, 'u'));
  });

  it('names each broken link and what to do, and ends with what does not hold', () => {
    const told = lines({ problems: [problem('broken'), problem('unknown', { entry: null, commit: null })] });
    expect(told.slice(3, 7)).toEqual([
      'broken  refs/pawl/lock/main, lock 2 (aaaaaaaaaaaa): it does not follow',
      '  next: pawl sync',
      'unknown  refs/pawl/lock/main: it does not follow',
      '  next: pawl sync',
    ]);
    expect(told.at(-1)).toMatch(/^It does not hold: 1 broken link, 1 that could not be told; /u);
  });

  it('is never "all holds" where something could not be told', () => {
    expect(lines({ problems: [problem('unknown')] }).at(-1)).toMatch(/^Could not tell: nothing is broken, and 1 /u);
  });

  it('O08 escapes what comes from the repository', () => {
    const text = verifyText({ ...HELD, problems: [problem('broken', { message: 'x\u001b[2Jy' })] }, PLAIN);
    expect(text).not.toContain('\u001b');
  });

  it('says how many more there are', () => {
    const problems = Array.from({ length: 25 }, () => problem('broken'));
    expect(lines({ problems }).at(-2)).toBe('  and 5 more: pawl verify --format json');
  });
});

describe('verifyResult', () => {
  it.each([
    [[], 'holds'],
    [[problem('unknown')], 'unknown'],
    [[problem('unknown'), problem('broken')], 'broken'],
  ])('of %j is %s', (problems, result) => {
    expect(verifyResult({ problems })).toBe(result);
    expect(JSON.parse(verifyJson({ ...HELD, problems }))).toMatchObject({ schema: 'pawl/verification@1', result });
  });
});
