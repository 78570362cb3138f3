import { cweName, type SarifRuleInput } from '@pawl/sarif';
import { GATE_RULES } from './gate-rules.ts';
import { INVARIANT_RULES } from './invariant-rules.ts';
import { PROTECTED_RULES } from './protected-rules.ts';
import { REACH_TEXTS } from './reach-rules.ts';
import { rulePageOf } from './rule-page.ts';
import type { RuleText } from './rule-text.ts';
import { shown } from './shown.ts';

/** The tool of whatever the gate says for itself. */
export const GATE = 'pawl';

export interface NamedRule {
  readonly tool: string;
  readonly rule: string;
  readonly cwe: readonly string[];
}

/** Every rule has texts: one of ours has its own, and for one of another tool they say what is known of it. */
export function ruleTextOf(rule: NamedRule): SarifRuleInput {
  const cwe = [...new Set(rule.cwe)].sort(byNumber);
  const { title, description, why, mend } = ownText(rule) ?? composedText({ ...rule, cwe });
  const page = rulePageOf(rule);
  return {
    id: ruleIdOf(rule),
    title,
    description,
    help: { text: `${why}\n\n${mend}`, markdown: markdownOf(why, mend, cwe, page) },
    // The format wants a whole address here.
    ...(page?.startsWith('https:') ? { helpUri: page } : {}),
    cwe,
  };
}

export function ruleIdOf({ tool, rule }: Pick<NamedRule, 'tool' | 'rule'>): string {
  return shown(`${tool}/${rule}`);
}

function byNumber(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}

function ownText({ tool, rule }: NamedRule): RuleText | undefined {
  const texts: Readonly<Record<string, RuleText>> | undefined = OWN.get(tool);
  return texts && Object.hasOwn(texts, rule) ? texts[rule] : undefined;
}

const OWN: ReadonlyMap<string, Readonly<Record<string, RuleText>>> = new Map([
  [GATE, { ...GATE_RULES, ...PROTECTED_RULES }],
  ['invariants', INVARIANT_RULES],
  ['reach', REACH_TEXTS],
]);

function composedText({ tool, rule, cwe }: NamedRule): RuleText {
  const about = cwe.map((weakness) => [weakness, cweName(weakness)].filter(Boolean).join(': '));
  const subject = about.length === 0 ? '' : `, about ${about.join('; ')}`;
  return {
    title: shown(`${rule} (${tool})`),
    description: shown(`What the scanner ${tool} reports by its rule ${rule}${subject}.`),
    why: 'A scanner reported it. What was there at the locked version is told and stops nothing; what is new or became worse does.',
    mend: 'Read the code at the place and mend it. If it is no problem there, a person accepts it by locking again; a comment that silences the scanner is stopped like the finding itself.',
  };
}

/** Nothing of the judged code goes in here: a platform renders it. */
function markdownOf(why: string, mend: string, cwe: readonly string[], page: string | undefined): string {
  const links = cwe.flatMap((weakness) => {
    const name = cweName(weakness);
    const number = /^CWE-(\d{1,6})$/u.exec(weakness)?.[1];
    if (number === undefined) return [];
    return [`- [${weakness}](https://cwe.mitre.org/data/definitions/${number}.html)${name ? ` ${name}` : ''}`];
  });
  return [
    ...['## Why it matters', why, '## What to do', mend],
    ...(links.length === 0 ? [] : ['## Weaknesses', links.join('\n')]),
    ...(page === undefined ? [] : ['## Read on', `- [An example, and how to accept it](${page})`]),
  ].join('\n\n');
}
