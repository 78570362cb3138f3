import type { Coverage, Examined, NotExamined } from '@pawl/findings';
import { describe, expect, it } from 'vitest';
import { decide, type Judgement } from './decide.ts';
import type { ComparedCoverage } from './evidence.ts';
import { DEFAULT_POLICY } from './policy.ts';
import { evidenceOf } from './testing/evidence-of.ts';

const read = (file: string, by = 'bandit'): Examined => ({ file, by, blob: `blob of ${file}` });
const unread = (file: string, by = 'bandit'): NotExamined => ({
  ...read(file, by),
  code: 'too-large',
  why: 'more than 1 MiB',
});
const covered = (...records: readonly (Examined | NotExamined)[]): Coverage => ({
  examined: records.filter((record) => !('why' in record)),
  notExamined: records.filter((record) => 'why' in record),
});

function judge(base: Coverage, head: Coverage, moves: Partial<ComparedCoverage> = {}): Judgement {
  const coverage = { base, head, renames: new Map<string, string>(), deleted: new Set<string>(), ...moves };
  return decide(evidenceOf({ coverage }), DEFAULT_POLICY);
}
const told = ({ reasons }: Judgement): string[] =>
  reasons.map(({ kind, outcome, file, tool }) => `${kind} ${outcome} ${file} ${tool}`);

describe('when a file is no longer examined', () => {
  it('it is a regression that says by whom and why', () => {
    expect(judge(covered(read('a.py')), covered(unread('a.py')))).toMatchObject({
      outcome: 'regression',
      reasons: [
        {
          kind: 'lost-coverage',
          outcome: 'regression',
          severity: null,
          file: 'a.py',
          line: null,
          symbol: null,
          rule: 'too-large',
          tool: 'bandit',
          message: 'bandit examined this file at the base and no longer does: more than 1 MiB',
          cwe: [],
        },
      ],
    });
  });

  it('it is a regression when only one of two scanners lost it', () => {
    const base = covered(read('a.py'), read('a.py', 'semgrep'));
    expect(told(judge(base, covered(read('a.py'))))).toEqual(['lost-coverage regression a.py semgrep']);
  });

  it('it is a regression when nobody says anything about it', () => {
    expect(told(judge(covered(read('a.py')), covered()))).toEqual(['lost-coverage regression a.py bandit']);
  });

  it('it believes "not examined" when a scanner says both', () => {
    const head = covered(read('a.py'), unread('a.py'));
    expect(told(judge(covered(read('a.py')), head))).toEqual(['lost-coverage regression a.py bandit']);
  });
});

describe('when a file was renamed', () => {
  const renames = new Map([['lib/b.py', 'a.py']]);

  it('it is clean when the same scanner examined it under its new name', () => {
    expect(judge(covered(read('a.py')), covered(read('lib/b.py')), { renames }).outcome).toBe('clean');
  });

  it('it is lost when it went where the scanner does not look', () => {
    const judgement = judge(covered(read('a.py')), covered(), { renames: new Map([['a.txt', 'a.py']]) });
    expect(told(judgement)).toEqual(['lost-coverage regression a.txt bandit']);
    expect(judgement.reasons[0]?.message).toContain('then a.py,');
  });

  it('it is lost even when a new file took its old name', () => {
    const judgement = judge(covered(read('a.py')), covered(read('a.py')), { renames: new Map([['a.txt', 'a.py']]) });
    expect(told(judgement)).toEqual(['lost-coverage regression a.txt bandit']);
  });

  it('it is lost when the new file under the old name is not examined', () => {
    const judgement = judge(covered(read('a.py')), covered(read('lib/b.py'), unread('a.py')), { renames });
    expect(told(judgement)).toEqual(['lost-coverage regression a.py bandit']);
  });

  it('it is inconclusive when it was not examined before either', () => {
    const judgement = judge(covered(unread('a.py')), covered(unread('lib/b.py')), { renames });
    expect(told(judgement)).toEqual(['not-examined inconclusive lib/b.py bandit']);
  });
});

describe('when a file was deleted', () => {
  it('it is no loss', () => {
    expect(judge(covered(read('a.py')), covered(), { deleted: new Set(['a.py']) }).outcome).toBe('clean');
  });

  it('it is a loss when head has it all the same', () => {
    const judgement = judge(covered(read('a.py')), covered(unread('a.py')), { deleted: new Set(['a.py']) });
    expect(judgement.outcome).toBe('regression');
  });
});

describe('when a file was never examined', () => {
  it.each([
    ['it is new', covered()],
    ['it was not examined at the base', covered(unread('a.py'))],
    ['another scanner examined it at the base and still does', covered(read('a.py', 'semgrep'))],
  ])('it is inconclusive when %s', (_, base) => {
    const judgement = judge(base, covered(unread('a.py'), read('a.py', 'semgrep')));
    expect(judgement.outcome).toBe('inconclusive');
    expect(told(judgement)).toEqual(['not-examined inconclusive a.py bandit']);
    expect(judgement.reasons[0]).toMatchObject({ rule: 'too-large', message: 'more than 1 MiB' });
  });
});

describe('S12 when code is in a language that nothing reads', () => {
  const foreign = (file: string): NotExamined => ({
    ...read(file, 'invariants'),
    code: 'unread-language',
    why: 'Pawl has no profile for Lua yet',
  });

  it.each([
    ['it is new', covered()],
    ['it was there', covered(foreign('a.lua'))],
  ])('a person decides when %s', (_, base) => {
    const judgement = judge(base, covered(foreign('a.lua'), read('a.lua', 'secrets')));
    expect(judgement.outcome).toBe('escalated');
    expect(judgement.reasons).toMatchObject([
      { kind: 'unscanned-code', outcome: 'escalated', file: 'a.lua', rule: 'unread-language', tool: 'invariants' },
    ]);
    expect(judgement.coverage.notExamined).toEqual([{ file: 'a.lua', why: 'Pawl has no profile for Lua yet' }]);
  });

  it.each(['submodule', 'link'] as const)('G10, G11 a person decides about a %s', (code) => {
    const judgement = judge(covered(), covered({ ...foreign('lib.js'), code }));
    expect(told(judgement)).toEqual(['unscanned-code escalated lib.js invariants']);
  });

  it('it is lost coverage where it was read before, under whatever name', () => {
    const judgement = judge(covered(read('a.py', 'invariants')), covered(foreign('a.lua')), {
      renames: new Map([['a.lua', 'a.py']]),
    });
    expect(told(judgement)).toEqual(['lost-coverage regression a.lua invariants']);
  });

  it('it is no excuse for a file that a tool should have read', () => {
    const judgement = judge(covered(), covered(foreign('a.lua'), unread('a.lua', 'semgrep')));
    expect(judgement.outcome).toBe('inconclusive');
  });
});

describe('when coverage is summed up', () => {
  it('it counts files and not records, and names each that somebody did not examine', () => {
    const head = covered(
      read('a.py'),
      read('a.py', 'semgrep'),
      read('b.py'),
      unread('c.py'),
      unread('b.py', 'semgrep'),
    );
    const judgement = judge(covered(read('c.py')), head);
    expect(judgement.coverage).toEqual({
      examined: 2,
      notExamined: [
        { file: 'c.py', why: 'bandit examined this file at the base and no longer does: more than 1 MiB' },
        { file: 'b.py', why: 'more than 1 MiB' },
      ],
    });
  });
});
