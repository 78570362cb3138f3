import type { RuleNote } from '@pawl/scanner';
import type { Rule } from './rule.ts';
import { RULES } from './rules.ts';

const ESLINT = 'https://eslint.org/docs/latest/rules';
const SECURITY = 'https://github.com/eslint-community/eslint-plugin-security/blob/main/docs/rules';

/** Rules of the plugin that a rule of ours does the work of, since it sees more or tells less that is harmless. */
const DONE_BY: Readonly<Record<string, readonly string[]>> = {
  'unsafe-regexp': ['detect-unsafe-regex'],
  eval: ['detect-eval-with-expression'],
  'buffer-constructor': ['detect-new-buffer'],
};

const ORDINARY = 'an ordinary commit gains some, and hardly any is a weakness';
const BOTH_SIDES = 'the comparison of both sides tells such characters in every language';

/** The others of the plugin. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'detect-object-injection': ORDINARY,
  'detect-non-literal-fs-filename': ORDINARY,
  'detect-non-literal-regexp': ORDINARY,
  'detect-non-literal-require': ORDINARY,
  'detect-possible-timing-attacks': ORDINARY,
  'detect-bidi-characters': BOTH_SIDES,
  'detect-invisible-characters': BOTH_SIDES,
  'detect-buffer-noassert': 'Node.js has no such option any more',
};

/** Every rule that runs, and those of eslint-plugin-security that do not. */
export const ruleNotes: readonly RuleNote[] = [
  ...RULES.map(noteOf),
  ...Object.entries(LEFT_OUT).map(([name, leftOut]) => ({
    rule: `security/${name}`,
    title: name,
    cwe: [],
    page: `${SECURITY}/${name}.md`,
    also: namesOf(name),
    leftOut,
  })),
];

function noteOf({ id, severity, cwe, message, how }: Rule): RuleNote {
  const [maker, name] = 'rule' in how ? makerOf(how.rule) : [undefined, ''];
  const page = maker && `${maker}/${name}${maker === SECURITY ? '.md' : ''}`;
  const also = [...(maker === SECURITY ? namesOf(name) : [name]), ...(DONE_BY[id] ?? []).flatMap(namesOf)];
  return { rule: id, title: message, severity, cwe, also: also.filter(Boolean), ...(page && { page }) };
}

/** Whoever documents the rule that is run, and what it is called there; nobody does for one of ours. */
function makerOf(rule: string): readonly [maker: string | undefined, name: string] {
  const [plugin = '', name] = rule.split('/');
  if (name === undefined) return [ESLINT, plugin];
  return plugin === 'security' ? [SECURITY, name] : [undefined, ''];
}

function namesOf(name: string): readonly string[] {
  return [name, `security/${name}`, `eslint-plugin-security/${name}`];
}
