import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { documentRule } from './contract-rules.ts';

const schema: unknown = JSON.parse(
  readFileSync(new URL('../../schema/pawl.contracts.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv({ strict: true, strictRequired: false }).compile(schema as object);

const base = { id: 'a', why: 'Because it must be so.', files: 'src/**/*.ts' };
const stay = { mustStay: { called: 'a' } };
const doc = (...contracts: readonly object[]): object => ({ contracts });
const one = (contract: object): object => doc({ ...base, ...contract });
const not = (pattern: unknown, more: object = {}): object => one({ mustNot: { pattern, ...more } });
const have = (inner: object): object => one({ mustHave: { every: 'f($X)', have: inner } });

const GOOD: readonly object[] = [
  doc(),
  { $schema: './x.json', contracts: [] },
  one(stay),
  one({ ...stay, severity: 'info', cwe: 'CWE-1', except: ['a/**', 'b.ts'], language: 'python' }),
  one({ ...stay, cwe: ['CWE-79', 'CWE-862'], files: ['**/*.{js,ts}', '.github/*.py', 'a/[a-z]?.ts'] }),
  one({
    mustStay: { exists: ['a()', { kind: 'class_declaration' }], order: ['a()', 'b()'], where: { X: { regex: 'a' } } },
  }),
  one({ flow: { from: 'req.body', to: ['db.query($ARG)'], through: { any: [{ pattern: 'a($X)' }] } } }),
  ...[
    'decorator',
    'classDecorator',
    'argument',
    'middleware',
    'inside',
    'contains',
    'begins',
    'precededBy',
    'orBefore',
  ].map((key) => have({ [key]: ['f()', { kind: 'x' }] })),
  have({ option: ['timeout', 'x-y'], argument: 'f()' }),
  not('eval($X)'),
  not({
    pattern: { context: 'class A { a = 1 }', selector: 'x' },
    inside: { kind: 'x', stopBy: 'end', field: 'body' },
  }),
  not({ all: [{ not: { regex: 'x' } }, { has: { pattern: 'a', stopBy: { kind: 'x' } } }], nthChild: '2n+1' }),
  not({ kind: 'x', nthChild: 3, precedes: { kind: 'y' }, follows: { kind: 'z' } }),
  not('f($X)', { where: { X: { regex: 'a', notRegex: 'b', oneOf: ['', 'c'] }, _Y1: { oneOf: ['d'] } } }),
  one({ mustNot: { import: { files: 'src/web/**', modules: ['@scope/x', 'node:fs', 'os.path'] } } }),
];

const BAD: readonly unknown[] = [
  null,
  [],
  {},
  { contracts: {} },
  { contracts: [], more: 1 },
  { $schema: 1, contracts: [] },
  doc({}),
  one({}),
  one({ ...stay, mustNot: { pattern: 'a' } }),
  one({ ...stay, extra: 1 }),
  ...['', 'A', 'a b', '-a', 'a-', 'a'.repeat(81), 1].map((id) => one({ ...stay, id })),
  ...['', 'short', ' '.repeat(20), 'x'.repeat(501), 1].map((why) => one({ ...stay, why })),
  ...['', '!a', '/a', './a', 'a/', '../a', 'a/../b', 'a\\b', '(a)', 'a|b', 'a\tb', 'x'.repeat(257), 1, []].map(
    (files) => one({ ...stay, files }),
  ),
  ...['*a*b*c*d*.ts', '**/a/**/b/**/c/**/d/**', '{a,{b,c}}', '{a,b}{a,b}{a,b}{a,b}', 'a{1..9}'].map((files) =>
    one({ ...stay, files }),
  ),
  one({ ...stay, severity: 'worst' }),
  one({ ...stay, cwe: 'CWE-0' }),
  one({ ...stay, cwe: [] }),
  one({ ...stay, language: 'go' }),
  one({ mustStay: {} }),
  one({ mustStay: { called: ['a b'] } }),
  one({ mustStay: { order: ['a()'] } }),
  one({ flow: { from: 'a', to: 'b' } }),
  one({ flow: { from: 'a', to: 'b', through: [] } }),
  one({ mustHave: { every: 'a' } }),
  have({}),
  have({ decorators: 'a' }),
  have({ option: 'a b' }),
  ...['', ' ', 'x'.repeat(1001), 1, [], {}, { foo: 1 }, { kind: 'A' }, { regex: '' }, { all: [] }, { not: 'a' }].map(
    (pattern) => not(pattern),
  ),
  not({ inside: 'a' }),
  not({ inside: { stopBy: 'end' } }),
  not({ inside: { kind: 'a', stopBy: 'far' } }),
  not({ pattern: { selector: 'x' } }),
  not({ kind: 'x', nthChild: 0 }),
  not('f()', { where: { x: { regex: 'a' } } }),
  not('f()', { where: { X: {} } }),
  not('f()', { where: { X: { regex: 'a'.repeat(301) } } }),
  not('f()', { where: { X: { matches: 'a' } } }),
  one({ mustNot: {} }),
  one({ mustNot: { import: {} } }),
  one({ mustNot: { import: { modules: '../a' } } }),
  one({ mustNot: { import: { from: 'a' } } }),
];

describe('when editors check the file by the schema', () => {
  it.each(GOOD.map((value) => [JSON.stringify(value), value]))('takes %s, as Pawl does', (_, value) => {
    expect(documentRule(value, [])).toEqual([]);
    expect(validate(value)).toBe(true);
  });

  it.each(BAD.map((value) => [JSON.stringify(value), value]))('refuses %s, as Pawl does', (_, value) => {
    expect(documentRule(value, [])).not.toEqual([]);
    expect(validate(value)).toBe(false);
  });
});
