import { readSarif } from '@pawl/sarif';
import type { Reason, Verdict } from '@pawl/verdict';
import { describe, expect, it } from 'vitest';
import { STOPPED } from './agent-answer.ts';
import { PLAIN } from './paint.ts';
import { type Rendering, renderVerdict } from './render-verdict.ts';

const lostGuard: Reason = {
  kind: 'lost-defence',
  outcome: 'regression',
  severity: 'high',
  file: 'src/files.js',
  line: 9,
  symbol: 'read',
  rule: 'lost-guard',
  tool: 'invariants',
  message: '`read` no longer rejects `!inside(path)`',
  cwe: ['CWE-22'],
};
const unreadable: Reason = {
  ...lostGuard,
  kind: 'not-examined',
  outcome: 'inconclusive',
  severity: null,
  file: 'src/big.js',
  line: null,
  symbol: null,
  rule: 'too-large',
  message: 'it has 20000000 bytes',
  cwe: [],
};

const clean: Verdict = {
  schema: 'pawl/verdict@1',
  outcome: 'clean',
  base: 'b'.repeat(40),
  head: 'c'.repeat(40),
  tier: 'fast',
  assurance: 'unsigned',
  drift: null,
  criteria: [{ name: 'invariants', state: 'met', reasons: 0 }],
  reasons: [],
  coverage: { examined: 2, notExamined: [] },
  timings: { read: 1.5 },
};
const blind = { examined: 2, notExamined: [{ file: 'src/big.js', why: 'it has 20000000 bytes' }] };
const regression: Verdict = { ...clean, outcome: 'regression', reasons: [lostGuard, unreadable], coverage: blind };
const inconclusive: Verdict = { ...clean, outcome: 'inconclusive', reasons: [unreadable], coverage: blind };

const render = (verdict: Verdict, over: Partial<Rendering> = {}) =>
  renderVerdict(verdict, { format: 'text', audience: 'human', case: '7a494716', paint: PLAIN, ...over });

const FORMATS = ['text', 'json', 'sarif'] as const;

describe('when an agent reads a stopped verdict', () => {
  it('it gets one line: stopped, a case number, a neutral sentence', () => {
    expect(render(regression, { audience: 'agent' })).toBe(`pawl: stopped, case 7a494716. ${STOPPED}\n`);
  });

  it.each(FORMATS)('A10 it learns neither rule, file, line, count nor severity from %s', (format) => {
    const text = render(regression, { audience: 'agent', format });
    expect(text).toContain('7a494716');
    expect(text).toContain(STOPPED);
    for (const secret of [
      'guard',
      'files.js',
      'big.js',
      'read',
      'CWE',
      'high',
      'invariants',
      'regression',
      'escalated',
      'too-large',
    ]) {
      expect(text.replace('Work is paused for human review', '')).not.toContain(secret);
    }
  });

  it.each(FORMATS)('a regression and an escalation look the same in %s', (format) => {
    const escalated: Verdict = { ...clean, outcome: 'escalated', reasons: [{ ...lostGuard, outcome: 'escalated' }] };
    expect(render(escalated, { audience: 'agent', format })).toBe(render(regression, { audience: 'agent', format }));
  });
});

describe('when an agent reads that it could not be told', () => {
  it('it is told plainly what to mend', () => {
    expect(render(inconclusive, { audience: 'agent' })).toBe(
      'pawl: could not tell\n  src/big.js: it has 20000000 bytes\n',
    );
  });

  it('its SARIF is that of a failed run, never an empty list', () => {
    const text = render(inconclusive, { audience: 'agent', format: 'sarif' });
    expect(() => readSarif(text)).toThrow(expect.objectContaining({ code: 'failed-invocation' }));
  });
});

describe('when a human reads a verdict', () => {
  it('it says what, where and why', () => {
    const text = render(regression);
    expect(text).toContain('✖ regression  case 7a494716');
    expect(text).toContain('src/files.js:9  in read');
    expect(text).toContain('`read` no longer rejects `!inside(path)`');
    expect(text).toContain('2 files, 1 not examined');
    expect(text).toContain('git diff bbbbbbbbbbbb cccccccccccc');
  });

  it('its JSON has the published keys in the published order', () => {
    const json = JSON.parse(render(regression, { format: 'json' })) as { readonly reasons: readonly object[] };
    expect(Object.keys(json)).toEqual([
      'schema',
      'outcome',
      'base',
      'head',
      'tier',
      'assurance',
      'drift',
      'criteria',
      'reasons',
      'coverage',
      'timings',
    ]);
    expect(Object.keys(json.reasons[0] ?? {})).toEqual([
      'kind',
      'outcome',
      'severity',
      'file',
      'line',
      'symbol',
      'rule',
      'tool',
      'message',
      'cwe',
    ]);
  });

  it('equal verdicts are equal bytes, whatever order they were put together in', () => {
    const { timings, schema, ...rest } = regression;
    expect(render({ timings, ...rest, schema }, { format: 'json' })).toBe(render(regression, { format: 'json' }));
  });

  it('its SARIF reads back as what was found', () => {
    const escalated: Verdict = { ...clean, outcome: 'escalated', reasons: [{ ...lostGuard, outcome: 'escalated' }] };
    const [run] = readSarif(render(escalated, { format: 'sarif' })).runs;
    expect(run?.findings).toMatchObject([
      { rule: 'invariants/lost-guard', severity: 'high', file: 'src/files.js', line: 9, cwe: ['CWE-22'] },
    ]);
  });

  it('O08 a hostile file name cannot write to the terminal', () => {
    const hostile = { ...lostGuard, file: 'a\u001b[2J\u202e.js', message: 'x\n::set-output name=y' };
    const text = render({ ...regression, reasons: [hostile] });
    expect(text).not.toMatch(/[\u001b\u202e]/u);
    expect(text).toContain('a\\u{1b}[2J\\u{202e}.js');
    expect(text).not.toContain('\n::set-output');
  });
});
