import { expect, it } from 'vitest';
import { readOutput } from '@pawl/scanner';
import { parseRules } from './parse-rules.ts';
import { requestOf } from './real-semgrep.fixture.ts';
import { copiesOf, withoutCopies, withoutCopyNames } from './rule-copies.ts';
import type { Rule } from './rule.ts';
import { openRuleBook, pinnedRules } from './rule-book.ts';
import { scannerFromPin, VERSION } from './said.fixture.ts';

const text = (languages: string): string =>
  `rules: [{ id: a.b, languages: [${languages}], severity: ERROR, message: m, pattern: eval($X) }]`;
const ruleFor = (languages: string): Rule => parseRules([{ name: 'a.yml', text: text(languages) }])[0] as Rule;

it.each([
  ['python', [['a.b', ['python']]]],
  ['typescript, javascript', [['a.b', ['ts', 'js']]]],
  ['cpp, c', [['a.b', ['cpp', 'c']]]],
  [
    'python, javascript',
    [
      ['pawl.in.python.a.b', ['python']],
      ['pawl.in.js.a.b', ['js']],
    ],
  ],
  [
    'ts, generic, python2, js, regex, python3, python',
    [
      ['pawl.in.ts.a.b', ['ts', 'js']],
      ['pawl.in.generic.a.b', ['generic']],
      ['pawl.in.python2.a.b', ['python2']],
      ['pawl.in.regex.a.b', ['regex']],
      ['pawl.in.python3.a.b', ['python3', 'python']],
    ],
  ],
])('when a rule is for %s Semgrep gets it once for each way to read it', (languages, expected) => {
  expect(copiesOf(ruleFor(languages)).map((copy) => [copy.id, copy.languages])).toEqual(expected);
});

it('when a rule is copied the pin stays as its author wrote it, and Semgrep gets the copies', () => {
  const pinned = pinnedRules([ruleFor('python, javascript')]);
  expect(JSON.parse(pinned[0]?.text ?? '')).toMatchObject({
    rules: [{ id: 'a.b', languages: ['python', 'javascript'] }],
  });
  const common = { severity: 'ERROR', message: 'm', pattern: 'eval($X)' };
  expect(JSON.parse(openRuleBook(pinned).own[0]?.text ?? '')).toEqual({
    rules: [
      { ...common, id: 'pawl.in.python.a.b', languages: ['python'] },
      { ...common, id: 'pawl.in.js.a.b', languages: ['js'] },
    ],
  });
});

it('when a copy is left away the rule is no longer for its language', () => {
  const rule = ruleFor('python, javascript');
  expect(withoutCopies(rule, new Set(['a.b']))).toBe(rule);
  expect(withoutCopies(rule, new Set(['pawl.in.js.a.b']))).toMatchObject({
    id: 'a.b',
    languages: ['python'],
    source: { id: 'a.b', languages: ['python'] },
  });
  expect(withoutCopies(rule, new Set(['pawl.in.js.a.b', 'pawl.in.python.a.b']))).toBeUndefined();
});

it('when Semgrep speaks of a copy people read of their rule', () => {
  expect(withoutCopyNames('Timeout in pawl.in.python2.a.b and pawl.in.js.c')).toBe('Timeout in a.b and c');
});

it('when two copies report one place it counts once, and every result of one copy counts', () => {
  const scanner = scannerFromPin(text('python, generic'));
  const request = requestOf({ 'a.py': 'eval(x); eval(y)\n' });
  const path = '/private/files/0/a.py';
  const at = (rule: string, start: number, message = 'm') => ({
    check_id: rule,
    path,
    start: { offset: start },
    end: { offset: start + 7 },
    extra: { message },
  });
  const results = [
    at('pawl.in.python.a.b', 0),
    at('pawl.in.python.a.b', 0, 'the same place, said otherwise'),
    at('pawl.in.generic.a.b', 0),
    at('pawl.in.generic.a.b', 9),
    ...['python', 'generic', 'aimed.0', 'read.0'].map((canary) => at(`pawl.canary.${canary}`, 0)),
  ];
  const errors = [{ type: 'Timeout', rule_id: 'pawl.in.generic.a.b', message: 'in pawl.in.generic.a.b', path }];
  const said = { version: VERSION, results, errors, paths: { scanned: [path] }, skipped_rules: [] };
  const value = { steps: [], result: JSON.stringify(said), folder: '/private/files' };
  const { findings, coverage } = readOutput(scanner, { kind: 'done', value }, request);
  expect(findings.map(({ rule, column, message }) => [rule, column, message])).toEqual([
    ['a.b', 1, 'm'],
    ['a.b', 1, 'the same place, said otherwise'],
    ['a.b', 10, 'm'],
  ]);
  expect(coverage.notExamined).toEqual([
    expect.objectContaining({ code: 'timed-out', why: expect.stringMatching(/in the rule a\.b: in a\.b$/u) }),
  ]);
});
