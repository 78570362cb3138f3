import { AdapterError, type CommandResult, type Output, type PinningDoor, type SourceFile } from '@pawl/scanner';
import { trialCommand } from './commands.ts';
import { parseRules } from './parse-rules.ts';
import { CANARY } from './read-rule.ts';
import { type Complaint, readReport, type Report } from './report.ts';
import type { Rule } from './rule.ts';
import { openRuleBook, pinnedRules } from './rule-book.ts';
import { copiesOf, withoutCopies, withoutCopyNames } from './rule-copies.ts';
import { type FoundText, ruleTexts } from './rule-texts.ts';

/** Types of complaints about rules that this Semgrep does not run at all: another version's, or the paid engine's. */
const NOT_FOR_US: readonly string[] = ['IncompatibleRule', 'Incompatible rule', 'Missing plugin'];

/** The rules that the configuration names, tried on the Semgrep that is installed, and its version. */
export async function settleRules(
  names: readonly string[],
  door: PinningDoor,
  registry: string,
): Promise<{ readonly version: string; readonly rules: readonly Rule[] }> {
  const texts = await ruleTexts(names, door, registry);
  const all = parseRules(texts);
  const first = await tryRules(all, door);
  const unfit = unfitCopies(first, all, idsOf(texts.filter(({ isPack }) => !isPack)));
  refuse(first, unfit);
  if (unfit.size === 0) return { version: first.version, rules: all };
  // Packs hold rules for other versions and for the paid engine. They would find nothing, so they are not pinned.
  const rules = all.flatMap((rule) => withoutCopies(rule, unfit) ?? []);
  if (rules.length === 0) throw brokenRules('none of them is for this Semgrep');
  refuse(await tryRules(rules, door), new Set());
  return { version: first.version, rules };
}

function idsOf(texts: readonly FoundText[]): ReadonlySet<string> {
  return new Set(parseRules(texts).map(({ id }) => id));
}

/**
 * What may be left away of packs: copies that are not for this Semgrep, and those whose pattern is none in their language
 * but is one in another language of the rule. Of a rule whose every pattern is broken nobody knows what it would find.
 */
function unfitCopies({ complaints }: Report, all: readonly Rule[], own: ReadonlySet<string>): ReadonlySet<string> {
  const about = new Set(complaints.filter(isAboutRules).map(({ rule }) => rule));
  const notForUs = new Set(complaints.filter(({ type }) => NOT_FOR_US.includes(type)).map(({ rule }) => rule));
  const fromPacks = all.filter(({ id }) => !own.has(id)).map(copiesOf);
  return new Set(
    fromPacks.flatMap((copies) => {
      const isReadable = copies.some(({ id }) => !about.has(id));
      return copies.filter(({ id }) => (isReadable ? about : notForUs).has(id)).map(({ id }) => id);
    }),
  );
}

/** Semgrep checks every pattern before it looks at a file, of whatever language that is. */
async function tryRules(rules: readonly Rule[], door: PinningDoor): Promise<Report> {
  const { own } = openRuleBook(pinnedRules(rules));
  const output = await door.run(trialCommand([SAMPLE], own));
  return readReport(resultOf(output));
}

const SAMPLE: SourceFile = { file: 'sample.txt', blob: 'sample', text: 'sample\n' };

function resultOf(output: Output): CommandResult {
  if (output.kind === 'done') return output.value as CommandResult;
  if (output.code === 'tool-missing')
    throw new AdapterError('tool-missing', `Semgrep is not installed: ${output.why}.`, { next: 'pip install semgrep' });
  throw new AdapterError('version-unreadable', `Semgrep does not say which version it is: ${output.why}.`, {
    next: 'semgrep --version',
  });
}

/** And not about the sample. */
function isAboutRules({ type, path }: Complaint): boolean {
  return path === undefined || NOT_FOR_US.includes(type);
}

function refuse({ complaints }: Report, unfit: ReadonlySet<string>): void {
  // With the last rule of a language goes our canary of it, and then the rules are tried again.
  const goes = (rule: string): boolean => unfit.has(rule) || (unfit.size > 0 && rule.startsWith(CANARY));
  const about = complaints.filter(isAboutRules).find(({ rule }) => rule === undefined || !goes(rule));
  if (about !== undefined) throw brokenRules(withoutCopyNames(about.message.trim()));
}

function brokenRules(what: string): AdapterError {
  return new AdapterError('rules-broken', `Semgrep cannot use the rules: ${what}`, {
    next: 'Mend the rule, or take its file out of scanners.semgrep.rules, and run `pawl lock` again.',
  });
}
