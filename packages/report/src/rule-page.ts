import { GATE_RULES, VERDICT_RULES } from '@pawl/verdict';

/** Where the pages of the rules are. Once it is an address, SARIF names it as the place to read on. */
export const RULE_PAGES = 'docs/rules';

/** Parts of Pawl of which every rule has a page. */
const OWN_TOOLS: ReadonlySet<string> = new Set(['invariants', 'reach', 'contracts', 'security-tests', 'disappearance']);

/** What the gate says for itself, whatever part found it. */
const OWN_KINDS: ReadonlySet<string> = new Set([...Object.keys(GATE_RULES), ...Object.keys(VERDICT_RULES)]);

/** The page of a rule of ours; a scanner explains its own. */
export function rulePageOf({ tool, rule }: { readonly tool: string; readonly rule: string }): string | undefined {
  const isOurs = OWN_TOOLS.has(tool) || (tool === 'pawl' && OWN_KINDS.has(rule));
  // The rule of a suppression is the one that it silences, so that its page has a name of its own.
  if (tool === 'pawl' && rule === 'suppression') return `${RULE_PAGES}/new-suppression.md`;
  return isOurs && /^[a-z\d]+(?:-[a-z\d]+)*$/u.test(rule) ? `${RULE_PAGES}/${rule}.md` : undefined;
}
