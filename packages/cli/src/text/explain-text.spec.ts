import type { ScannerRule } from '@pawl/checkpoint';
import { describe, expect, it } from 'vitest';
import { explain } from '../explain/explain.ts';
import type { Explained } from '../explain/explained.ts';
import { paintFor } from '../paint.ts';
import { caseOf, itemOf, reviewOf } from '../testing/case-of.ts';
import { describeDocument } from '../testing/documents.ts';
import { HOSTILE, HOSTILE_TEXT } from '../testing/hostile.ts';
import { describeOutput, type States } from '../testing/shows.ts';
import { explainJson } from './explain-json.ts';
import { explainText } from './explain-text.ts';

const PAGES = new URL('../../../../docs/rules/', import.meta.url);
const nobody = (): never => {
  throw new Error('a rule is of no case');
};
const of = (name: string): Promise<Explained> => explain(name === '' ? [] : [name], nobody, PAGES);

const [rules, guard, snapshot, bandit, leftOut, codeql, secret] = await Promise.all(
  ['', 'lost-guard', 'security-snapshot-rewritten', 'B602', 'S101', 'py/sql-injection', 'npm/Npmrc_authToken'].map(of),
);
if (!rules || !guard || !snapshot || !bandit || !leftOut || !codeql || !secret) throw new Error('there are seven');

const hostileRule: ScannerRule = {
  tool: `sarif:${HOSTILE.ansi}`,
  rule: HOSTILE_TEXT,
  title: HOSTILE.github,
  severity: 'high',
  cwe: [HOSTILE.bidi, 'CWE-79'],
  maker: HOSTILE.azure,
  page: `https://example.com/${HOSTILE.osc}`,
  runs: { when: 'left-out', why: HOSTILE.lines },
};

const found = itemOf({
  number: 3,
  reason: {
    kind: 'introduced-finding',
    severity: 'medium',
    file: 'src/query.py',
    line: 3,
    symbol: 'find',
    tool: 'bandit',
    rule: 'B608',
    message: 'Possible SQL injection vector through string-based query construction.',
    cwe: ['CWE-89'],
  },
});
const hostileItem = itemOf({
  reason: {
    kind: 'introduced-finding',
    file: HOSTILE.longPath,
    symbol: HOSTILE.ansi,
    tool: HOSTILE.azure,
    rule: HOSTILE.bidi,
    message: HOSTILE_TEXT,
    cwe: [HOSTILE.github],
  },
});

const rulesShown: States<Explained> = {
  empty: { kind: 'rules', rules: [] },
  typical: rules,
  failing: {
    kind: 'rules',
    rules: [{ rule: 'a-rule-with-a-name-'.repeat(2), criterion: 'Gate', sentence: 'It says a lot. '.repeat(40) }],
  },
  hostile: { kind: 'rules', rules: [{ rule: 'x', criterion: HOSTILE.ansi, sentence: HOSTILE_TEXT }] },
};
const ruleShown: States<Explained> = {
  empty: { kind: 'rule', rule: { rule: 'x', criterion: 'Gate', sentence: '' }, page: '' },
  typical: guard,
  failing: snapshot,
  hostile: {
    kind: 'rule',
    rule: { rule: 'x', criterion: 'Gate', sentence: '' },
    page: `# ${HOSTILE.ansi}\n\n${HOSTILE_TEXT}\n\n- [${HOSTILE.bidi}](${HOSTILE.html})\n\n\`\`\`diff\n-${HOSTILE.azure}\n\`\`\`\n`,
  },
};
const scannerRuleShown: States<Explained> = {
  empty: codeql,
  typical: bandit,
  failing: leftOut,
  hostile: { kind: 'scanner-rule', rules: [hostileRule] },
};
const caseShown: States<Explained> = {
  empty: { kind: 'case', review: reviewOf({ items: [], verdict: { outcome: 'clean', reasons: [] } }) },
  typical: { kind: 'case', review: reviewOf({ items: [itemOf(), itemOf({ number: 2 }), found] }) },
  failing: {
    kind: 'case',
    review: reviewOf({ items: Array.from({ length: 40 }, (_, at) => itemOf({ number: at + 1 })) }),
  },
  hostile: { kind: 'case', review: reviewOf({ items: [hostileItem], case: caseOf({ loops: [HOSTILE.ansi] }) }) },
};
const review = reviewOf({ items: [itemOf(), found] });
const findingShown: States<Explained> = {
  empty: { kind: 'finding', review, items: [{ ...found, excerpt: undefined, waivable: undefined }] },
  typical: { kind: 'finding', review, items: [found] },
  failing: { kind: 'finding', review, items: [itemOf(), itemOf({ number: 2 })] },
  hostile: { kind: 'finding', review, items: [hostileItem] },
};
const stoppedShown: States<Explained> = {
  empty: { kind: 'stopped', case: undefined },
  typical: { kind: 'stopped', case: '7a494716' },
  failing: { kind: 'stopped', case: '7a494716' },
  hostile: { kind: 'stopped', case: HOSTILE.ansi },
};

const render = (explained: Explained, paint: Awaited<ReturnType<typeof paintFor>>, columns: number): string =>
  explainText(explained, paint, { columns });

describeOutput('explain', rulesShown, render);
describeOutput('explain-rule', ruleShown, render);
describeOutput('explain-scanner-rule', scannerRuleShown, render, { mayBeLonger: ['https://'] });
describeOutput('explain-case', caseShown, render, { mayBeLonger: ['pawl explain'] });
describeOutput('explain-finding', findingShown, render, { mayBeLonger: ['pawl explain', 'pawl waive', 'deep/'] });
// An agent reads it, and greps for it.
describeOutput('explain-agent', stoppedShown, render, { mayBeLonger: ['pawl: stopped'] });

describeDocument(
  'explain',
  {
    rules,
    guard,
    bandit,
    leftOut,
    secret,
    ...prefixed('rule', ruleShown),
    ...prefixed('scanner', { ...scannerRuleShown }),
    ...prefixed('case', caseShown),
    ...prefixed('finding', findingShown),
    ...prefixed('stopped', stoppedShown),
  },
  explainJson,
);

function prefixed(name: string, states: States<Explained>): Readonly<Record<string, Explained>> {
  return Object.fromEntries(Object.entries(states).map(([state, value]) => [`${name} ${state}`, value]));
}

describe('when a case is explained', () => {
  it('each explanation stands once, with the places of all that it is for', async () => {
    const text = render(caseShown.typical, await paintFor(false), 100);
    expect(text.match(/A guard is gone\./gu)).toHaveLength(1);
    expect(text).toMatch(/\[1\] .+\n.+\[2\] /u);
    expect(text).toContain('pawl explain lost-guard');
    expect(text).toContain('pawl explain bandit/B608');
  });
});
