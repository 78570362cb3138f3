import { describe, expect, it } from 'vitest';
import { weakenedRules } from './weakened-rules.ts';

const rule = (id: string, more = ''): string =>
  `  - id: ${id}\n    languages: [python]\n    severity: WARNING\n    message: m\n    pattern: f($X)\n${more}`;
const file = (...rules: readonly string[]) => [{ name: 'r.yml', text: `rules:\n${rules.join('')}` }];
const before = file(rule('a'), rule('b'));

describe('C04 when rule files change', () => {
  it.each([
    ['is gone', file(rule('a')), ['b']],
    ['is gone with its file', [], ['a', 'b']],
    ['counts for less', file(rule('a'), rule('b').replace('WARNING', 'INFO')), ['b']],
    ['looks for something else', file(rule('a'), rule('b').replace('f($X)', 'f(1)')), ['b']],
    ['looks at fewer files', file(rule('a'), rule('b', '    paths:\n      exclude: [src]\n')), ['b']],
  ])('it tells a rule that %s', (_, head, expected) => {
    expect(weakenedRules(before, head)).toEqual(expected);
  });

  it.each([
    ['is new', file(rule('a'), rule('b'), rule('c'))],
    ['counts for more', file(rule('a'), rule('b').replace('WARNING', 'ERROR'))],
    ['says more', file(rule('a'), rule('b', '    metadata: { cwe: "CWE-78: x" }\n').replace(': m', ': more'))],
    ['stands elsewhere, among comments', [...file(rule('b'), '  # note\n'), { ...file(rule('a'))[0], name: 's.yml' }]],
  ])('it tells no rule that %s', (_, head) => {
    expect(weakenedRules(before, head as typeof before)).toEqual([]);
  });

  it('it does not know what a file says that is none', () => {
    const broken = [{ name: 'r.yml', text: 'rules: {' }];
    expect(() => weakenedRules(before, broken)).toThrow(expect.objectContaining({ code: 'rules-broken' }));
  });
});
