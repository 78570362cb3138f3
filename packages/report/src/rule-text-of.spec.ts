import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GATE_RULES } from './gate-rules.ts';
import { INVARIANT_RULES } from './invariant-rules.ts';
import { PROTECTED_RULES } from './protected-rules.ts';
import { REACH_TEXTS } from './reach-rules.ts';
import { type NamedRule, ruleTextOf } from './rule-text-of.ts';

const OWN: readonly NamedRule[] = [
  ...Object.keys(GATE_RULES).map((rule) => ({ tool: 'pawl', rule, cwe: [] })),
  ...Object.keys(PROTECTED_RULES).map((rule) => ({ tool: 'pawl', rule, cwe: [] })),
  ...Object.keys(REACH_TEXTS).map((rule) => ({ tool: 'reach', rule, cwe: ['CWE-89'] })),
  ...Object.keys(INVARIANT_RULES).map((rule) => ({ tool: 'invariants', rule, cwe: ['CWE-693'] })),
];

describe.each(OWN)('when $tool tells of $rule', (named) => {
  it('it says in a few words what it is, in a sentence what it means, and why and what to do', () => {
    const { title = '', description = '', help } = ruleTextOf(named);
    expect(title).toMatch(/^[A-Z].{5,50}[^.]$/u);
    expect(description).toMatch(/^[A-Z].{20,}\.$/u);
    expect(help?.text).toMatch(/^[A-Z].{20,}\.\n\n[A-Z].{20,}\.$/u);
    expect(help?.markdown).toMatch(/^## Why it matters\n\n.+\n\n## What to do\n\n.+/su);
  });
});

describe('when any other rule is told', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', 'toString', 'pawl'));
  const named = fc.record({ tool: text, rule: text, cwe: fc.array(fc.constantFrom('CWE-79', 'CWE-4242', 'other')) });

  it('it has texts too, and none of the tool’s own words where a platform renders them', () => {
    fc.assert(
      fc.property(named, (rule) => {
        const { title, description, help } = ruleTextOf(rule);
        expect([title, description, help?.text].every((said) => said !== undefined && said.trim() !== '')).toBe(true);
        expect(help?.markdown.replaceAll(/^- .*$/gmu, '')).toMatch(/^[\w\s#.,:;-]+$/u);
      }),
    );
  });

  it('it says what its weaknesses are and where to read on', () => {
    const { description, help } = ruleTextOf({ tool: 'bandit', rule: 'B608', cwe: ['CWE-89', 'CWE-89', 'CWE-4242'] });
    expect(description).toBe(
      "What the scanner bandit reports by its rule B608, about CWE-89: Improper Neutralization of Special Elements used in an SQL Command ('SQL Injection'); CWE-4242.",
    );
    expect(help?.markdown.split('\n').slice(-2)).toEqual([
      "- [CWE-89](https://cwe.mitre.org/data/definitions/89.html) Improper Neutralization of Special Elements used in an SQL Command ('SQL Injection')",
      '- [CWE-4242](https://cwe.mitre.org/data/definitions/4242.html)',
    ]);
  });
});
