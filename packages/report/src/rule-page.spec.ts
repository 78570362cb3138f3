import { describe, expect, it } from 'vitest';
import { rulePageOf } from './rule-page.ts';
import { ruleTextOf } from './rule-text-of.ts';

describe('when a rule is told', () => {
  it.each([
    ['invariants', 'lost-guard'],
    ['reach', 'path-to-sql'],
    ['pawl', 'weakened-pipeline'],
    ['pawl', 'lost-coverage'],
    ['contracts', 'contract-flow'],
  ])('one of %s has a page, %s', (tool, rule) => {
    expect(rulePageOf({ tool, rule })).toBe(`docs/rules/${rule}.md`);
    expect(ruleTextOf({ tool, rule, cwe: [] }).help?.markdown).toContain(`(docs/rules/${rule}.md)`);
  });

  it.each([
    ['bandit', 'B602'],
    ['javascript', 'lost-guard'],
    ['pawl', 'gate-integrity'],
    ['invariants', '../../etc/passwd'],
    ['invariants', 'a](http://evil.example) [b'],
  ])('one of %s has none: %s', (tool, rule) => {
    expect(rulePageOf({ tool, rule })).toBeUndefined();
    expect(ruleTextOf({ tool, rule, cwe: [] }).help?.markdown).not.toContain('docs/rules');
  });

  it('no page is named as an address while it has none', () => {
    expect(ruleTextOf({ tool: 'invariants', rule: 'lost-guard', cwe: [] })).not.toHaveProperty('helpUri');
  });
});
