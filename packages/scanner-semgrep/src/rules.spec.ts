import { describe, expect, it } from 'vitest';
import { parseRules } from './parse-rules.ts';
import { readsWithSpacegrep } from './reads-with-spacegrep.ts';
import { openRuleBook, pinnedRules } from './rule-book.ts';
import { scannerFromPin } from './said.fixture.ts';

const parse = (...texts: string[]) => parseRules(texts.map((text, index) => ({ name: `${String(index)}.yml`, text })));
const rule = (id: string, rest: string): string => `rules: [{ id: ${id}, severity: ERROR, message: m, ${rest} }]`;
const python = 'languages: [python], pattern: eval($X)';

describe('when rules are merged', () => {
  it('it takes the same rule of two packs once, and keeps the order of ids', () => {
    expect(parse(rule('b', python), rule('a', python), rule('b', python)).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('it reads YAML and JSON alike', () => {
    const json = '{"rules":[{"id":"a","severity":"ERROR","message":"m","languages":["python"],"pattern":"eval($X)"}]}';
    expect(pinnedRules(parse(json))).toEqual(pinnedRules(parse(rule('a', python))));
  });

  it('it keeps of paths what does not hang on the root', () => {
    const paths = "paths: { include: [/src, '*.py'], exclude: [/tests, gen] }";
    expect(parse(rule('a', `${python}, ${paths}`))[0]?.source['paths']).toEqual({
      include: ['src', '*.py'],
      exclude: ['gen'],
    });
  });

  it('it opens what it pinned', () => {
    const rules = parse(rule('a', python));
    expect([...openRuleBook(pinnedRules(rules)).rules.values()]).toEqual(rules);
    expect(() => openRuleBook([])).toThrow(expect.objectContaining({ code: 'rules-broken' }));
  });
});

it.each([
  ['languages: [generic], pattern: a ... b', true],
  ['languages: [generic], pattern-either: [{ pattern-regex: a }, { pattern: b }]', true],
  [
    'languages: [generic], mode: taint, pattern-sources: [{ patterns: [{ pattern-inside: a }] }], pattern-sinks: []',
    true,
  ],
  ['languages: [generic], pattern-regex: a', false],
  ['languages: [generic], patterns: [{ pattern-regex: a }, { pattern-not-regex: b }], metadata: { pattern: x }', false],
  ['languages: [python], pattern: a', false],
])('when a rule is %s it reads with generic patterns: %s', (rest, expected) => {
  expect(parse(rule('a', rest)).map(readsWithSpacegrep)).toEqual([expected]);
});

describe('when a scanner is asked what it is owed', () => {
  it('it is by the languages of its rules, whatever the folder', () => {
    const { owes } = scannerFromPin(rule('a', 'languages: [typescript], pattern: x'));
    expect(['a.ts', 'tests/vendor/A.MTS', 'x.d.ts', 'a.py', 'a', 'a.png'].filter(owes)).toEqual([
      'a.ts',
      'tests/vendor/A.MTS',
      'x.d.ts',
    ]);
  });

  it('it is every text where a rule is about texts', () => {
    const { owes } = scannerFromPin(rule('a', 'languages: [regex], pattern-regex: x'));
    expect(['a.ts', 'LICENSE', '.env', 'a.lock', 'a.png', 'b.WASM'].filter(owes)).toEqual([
      'a.ts',
      'LICENSE',
      '.env',
      'a.lock',
    ]);
  });
});

it('when files are laid out no name and no mark of theirs reaches Semgrep', () => {
  const scanner = scannerFromPin();
  const files = [
    { file: 'base/a.py', blob: '1', text: '\uFEFFx' },
    { file: 'base/A.py', blob: '2', text: 'y' },
    { file: 'head/.semgrepignore', blob: '3', text: '*' },
  ];
  const command = scanner.plan({ files });
  expect(command).toMatchObject({
    kind: 'command',
    files: [
      { file: '0/base/a.py', text: 'x' },
      { file: '1/base/A.py', text: 'y' },
      { file: '2/head/.semgrepignore', text: '*' },
    ],
    steps: [{ argv: expect.arrayContaining(['--disable-nosem', '--max-target-bytes=0']), okStatus: [0] }],
    own: [{ name: 'rules.json' }, { name: 'canaries.json' }],
  });
});
