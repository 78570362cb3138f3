import { RULES } from '@pawl/invariants';
import { PLAIN, renderVerdict } from '@pawl/report';
import type { Reason, Verdict } from '@pawl/verdict';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';

const reasonOf = (rule: string): Reason => ({
  kind: 'lost-defence',
  outcome: 'regression',
  severity: 'high',
  file: 'a.js',
  line: 1,
  symbol: '',
  rule,
  tool: 'invariants',
  message: 'x',
  cwe: [],
});
const verdict: Verdict = {
  schema: 'pawl/verdict@1',
  outcome: 'regression',
  base: 'b',
  head: 'c',
  tier: 'fast',
  assurance: 'unsigned',
  drift: null,
  criteria: [],
  reasons: Object.keys(RULES).map(reasonOf),
  coverage: { examined: 1, notExamined: [] },
  timings: {},
};
const log = renderVerdict(verdict, { format: 'sarif', audience: 'human', case: undefined, paint: PLAIN });
const told = new Map((JSON.parse(log) as Log).runs[0]?.tool.driver.rules?.map((rule) => [rule.id, rule]));

describe.each(Object.entries(RULES))('when the comparison finds %s', (rule, meaning) => {
  it('its SARIF rule says the same as the comparison, with a title and a help of its own', () => {
    const written = told.get(`invariants/${rule}`);
    expect(written?.fullDescription?.text).toBe(meaning);
    expect(written?.shortDescription?.text).not.toContain('(invariants)');
    expect(written?.help?.text).not.toContain('A scanner reported it.');
  });
});
