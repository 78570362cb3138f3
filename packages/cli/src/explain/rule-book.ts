import { readFile } from 'node:fs/promises';

/** One rule of ours, as the index of the pages has it. */
export interface BookRule {
  readonly rule: string;
  /** The exit criterion that it keeps from being met. */
  readonly criterion: string;
  readonly sentence: string;
}

export interface RuleBook {
  readonly rules: readonly BookRule[];
  /** The page of a rule, as Markdown. */
  readonly pageOf: (rule: BookRule) => Promise<string>;
}

/** Where the pages lie beside the program, as this version was built. */
export const PAGES: URL = new URL('../rules/', import.meta.url);

const CRITERION = /^## (.+)$/u;
const RULE = /^- \[([a-z\d-]+)\]\(\1\.md\): (.+)$/u;

/** The pages that ship with Pawl. Only what their index names is ever opened. */
export async function openRuleBook(folder: URL = PAGES): Promise<RuleBook> {
  let criterion = '';
  const rules: BookRule[] = [];
  for (const line of (await readFile(new URL('README.md', folder), 'utf8')).split('\n')) {
    criterion = CRITERION.exec(line)?.[1] ?? criterion;
    const [, rule, sentence] = RULE.exec(line) ?? [];
    if (rule !== undefined && sentence !== undefined) rules.push({ rule, criterion, sentence });
  }
  return { rules, pageOf: ({ rule }) => readFile(new URL(`${rule}.md`, folder), 'utf8') };
}

/** The parts of Pawl that say for themselves what slipped; in front of a rule they say nothing more. */
const OWN = /^(?:invariants|reach|contracts|security-tests|disappearance|pawl)\//u;

/** A rule by the name that a verdict has for it, with or without the part of Pawl in front. */
export function findRule({ rules }: Pick<RuleBook, 'rules'>, name: string): BookRule | undefined {
  const bare = name.toLowerCase().replace(OWN, '');
  // A suppression is told by its kind: its rule is the one that it silences.
  const rule = bare === 'suppression' ? 'new-suppression' : bare;
  return rules.find((one) => one.rule === rule);
}
