import { describe, expect, it } from 'vitest';
import { ContractError } from '../contracts-error.ts';
import { parseContracts } from './parse-contracts.ts';

const GOOD = `{
  // why it is here
  "$schema": "./node_modules/pawl/dist/schema/pawl.contracts.schema.json",
  "contracts": [
    {
      "id": "no-eval",
      "why": "Code that is put together cannot be reviewed.",
      "files": "src/**/*.js",
      "mustNot": { "pattern": "eval($X)" },
    },
  ],
}`;

function mistakesOf(text: string): readonly string[] {
  try {
    parseContracts(text, 'pawl.contracts.jsonc');
  } catch (error) {
    if (error instanceof ContractError && error.code === 'invalid-contracts')
      return error.mistakes.map(({ line, column, message }) => `${line}:${column} ${message}`);
    throw error;
  }
  return [];
}

/** One contract in a document of its own, on one line. */
function one(contract: object): string {
  const whole = { id: 'a', why: 'Because it must be so.', files: 'src/**/*.ts', ...contract };
  return JSON.stringify({ contracts: [whole] });
}

describe('when a file is as it should be', () => {
  it('resolves every default', () => {
    expect(parseContracts(GOOD, 'x').contracts).toEqual([
      {
        id: 'no-eval',
        why: 'Code that is put together cannot be reviewed.',
        severity: 'high',
        cwe: [],
        files: ['src/**/*.js'],
        except: [],
        language: undefined,
        promise: { kind: 'mustNot', patterns: ['eval($X)'], where: {}, imports: { files: [], modules: [] } },
      },
    ]);
  });

  it('takes one without contracts', () => {
    expect(parseContracts('{ "contracts": [] }', 'x').contracts).toEqual([]);
  });
});

describe('when a file has mistakes', () => {
  it('tells all of them, each with its line and column, and what to do next', () => {
    const text = GOOD.replace('"mustNot"', '"mustNott"').replace('"src/**/*.js"', '"!src"');
    expect(mistakesOf(text)).toEqual([
      expect.stringMatching(/^5:5 must have exactly one of flow, mustHave, mustNot, mustStay/u),
      expect.stringMatching(/^8:16 "!src" must not start with "!"/u),
      expect.stringMatching(/^9:7 unknown key "mustNott"; did you mean "mustNot"\?/u),
    ]);
    expect(() => parseContracts(text, 'x')).toThrow(expect.objectContaining({ next: expect.stringContaining('pawl') }));
  });

  it.each([
    ['what is no JSON', '{ "contracts": [ }'],
    ['nothing', ''],
    ['a list', '[]'],
    ['a byte order mark', `\ufeff${GOOD}`],
    ['half a character', GOOD.replace('why it', 'why \ud800')],
    ['a key that stands twice', GOOD.replace('"why"', '"id": "b", "why"')],
    ['a key that is a prototype', '{ "contracts": [], "__proto__": { "x": 1 } }'],
    ['a constructor', '{ "contracts": [], "constructor": {} }'],
    ['a hundred thousand brackets', `{ "contracts": ${'['.repeat(100_000)}`],
    ['a megabyte', `{ "contracts": [] } //${' '.repeat(1_000_000)}`],
    [
      'two of one id',
      `{ "contracts": [${[1, 2].map(() => one({ mustStay: { called: 'a' } }).slice(14, -2)).join()}] }`,
    ],
    ['no kind', one({})],
    ['two kinds', one({ mustStay: { called: 'a' }, mustNot: { pattern: 'eval($X)' } })],
    ['a kind that says nothing', one({ mustStay: {} })],
    ['an order of one', one({ mustStay: { order: ['a()'] } })],
    ['an empty list of files', one({ files: [], mustStay: { called: 'a' } })],
    ['a glob that leaves the repository', one({ files: '../x/*.ts', mustStay: { called: 'a' } })],
    ['an absolute glob', one({ files: '/etc/*.py', mustStay: { called: 'a' } })],
    ['a glob that multiplies', one({ files: 'a*b*c*d*e*f*.ts', mustStay: { called: 'a' } })],
    ['a glob with a range', one({ files: 'a{1..99999}.ts', mustStay: { called: 'a' } })],
    ['a glob with a group', one({ files: '+(a|b).ts', mustStay: { called: 'a' } })],
    ['an unknown severity', one({ severity: 'severe', mustStay: { called: 'a' } })],
    ['an unknown language', one({ language: 'cobol', mustStay: { called: 'a' } })],
    ['a number for a pattern', one({ mustNot: { pattern: 1 } })],
    ['an empty pattern', one({ mustNot: { pattern: '' } })],
    ['an enormous pattern', one({ mustNot: { pattern: `f(${'x,'.repeat(1_000)}x)` } })],
    ['a pattern that is no code', one({ mustNot: { pattern: 'foo(' } })],
    ['a pattern that matches everything', one({ mustNot: { pattern: '$X' } })],
    ['a pattern in another language', one({ mustNot: { pattern: 'def f(): pass' } })],
    ['an unknown kind of node', one({ mustNot: { pattern: { kind: 'call_of_duty' } } })],
    ['an unknown key in a rule', one({ mustNot: { pattern: { matches: 'x' } } })],
    ['an empty rule', one({ mustNot: { pattern: {} } })],
    ['an expression that is none', one({ mustNot: { pattern: 'f($X)', where: { X: { regex: '(' } } } })],
    ['an expression that explodes', one({ mustNot: { pattern: 'f($X)', where: { X: { regex: '(a{1000}){1000}' } } } })],
    ['an expression of a kilobyte', one({ mustNot: { pattern: 'f($X)', where: { X: { regex: 'a'.repeat(1000) } } } })],
    [
      'look-around, which takes more than linear time',
      one({ mustNot: { pattern: 'f($X)', where: { X: { regex: '(?=a)' } } } }),
    ],
    ['a metavariable with its dollar', one({ mustNot: { pattern: 'f($X)', where: { $X: { regex: 'a' } } } })],
  ])('refuses %s', (_, text) => {
    expect(mistakesOf(text)).not.toEqual([]);
  });

  it('refuses a rule that nests without end', () => {
    const deep = Array.from({ length: 30 }).reduce<object>((rule) => ({ not: rule }), { kind: 'identifier' });
    expect(mistakesOf(one({ mustNot: { pattern: deep } }))).toEqual([expect.stringContaining('nests deeper')]);
  });

  it('tells where in a list a pattern is wrong', () => {
    const text =
      '{ "contracts": [\n{ "id": "a", "why": "Because it is so.", "files": "*.js",\n"mustNot": { "pattern": ["f()",\n"g("] } }] }';
    expect(mistakesOf(text)).toEqual(['4:1 cannot be used as a pattern: does not parse as javascript']);
  });
});

describe('when patterns were checked before', () => {
  it('does not look at them again', () => {
    const text = one({ mustNot: { pattern: 'foo(' } });
    expect(parseContracts(text, 'x', { patterns: 'trusted' }).contracts).toHaveLength(1);
  });
});

describe('when files have several languages', () => {
  it('takes a pattern that is code in one of them', () => {
    expect(mistakesOf(one({ files: '**/*.{ts,py}', mustNot: { pattern: 'def f(:' } }))).not.toEqual([]);
    expect(mistakesOf(one({ files: '**/*.{ts,py}', mustNot: { pattern: 'import os' } }))).toEqual([]);
    expect(mistakesOf(one({ files: 'bin/*', mustNot: { pattern: '@app.post($$$)' } }))).toEqual([]);
  });
});
