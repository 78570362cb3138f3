import type { Config } from '@pawl/config';
import { isPawlError } from '@pawl/errors';
import type { Fault } from '@pawl/verdict';
import type { ChangedFile } from './read-change.ts';
import type { Version } from './version.ts';

type Settings = Pick<Config, 'scanners'>;

/** Whether a file of the repository holds rules of a scanner that the configuration turns on. */
export function isRuleFile(file: string, { scanners: { semgrep, sarif } }: Settings): boolean {
  const names = semgrep ? semgrep.rules.map((name) => name.replace(/^(?:\.\/)+|\/+$/gu, '')) : [];
  const isIn = (folder: string): boolean =>
    (folder === '.' || file.startsWith(`${folder}/`)) && /\.ya?ml$/iu.test(file);
  return names.some((name) => file === name || isIn(name)) || rulesOfTools(sarif).has(file);
}

/**
 * Rules of the repository that are thinner in head than the lock has them (C04). They find what they found, because the
 * locked ones are used; but the next lock would pin less, and who judges the change cannot tell whether that was meant.
 */
export async function ruleFaults(files: readonly ChangedFile[], settings: Settings): Promise<readonly Fault[]> {
  const changed = files.filter(({ base, head }) =>
    [base, head].some((side) => side && isRuleFile(side.file, settings)),
  );
  if (changed.length === 0) return [];
  const others = rulesOfTools(settings.scanners.sarif);
  const altered = changed.flatMap(({ base }) => (base && others.has(base.file) ? [base.file] : []));
  return [
    ...altered.map((file) =>
      rulesChanged(`${file}, which a tool of the lock reads its rules from, is another file now`),
    ),
    ...(await semgrepFaults(changed, settings)),
  ];
}

async function semgrepFaults(changed: readonly ChangedFile[], { scanners }: Settings): Promise<readonly Fault[]> {
  if (!scanners.semgrep) return [];
  const { semgrepRules, weakenedRules } = await import('@pawl/scanner-semgrep');
  const { rules } = scanners.semgrep;
  const sideOf = (side: 'base' | 'head'): readonly Version[] =>
    changed.flatMap((file) => (file[side] && semgrepRules(rules, file[side].file) ? [file[side]] : []));
  try {
    const weakened = weakenedRules(sideOf('base').map(textOf), sideOf('head').map(textOf));
    if (weakened.length === 0) return [];
    return [
      rulesChanged(`rules of semgrep are gone, count for less or look for something else: ${weakened.join(', ')}`),
    ];
  } catch (error) {
    if (!isPawlError(error)) throw error;
    return [{ code: error.code, message: error.message, next: error.next }];
  }
}

/** What is no text holds no rule that could be read, and the adapter says so. */
function textOf(version: Version): { readonly name: string; readonly text: string } {
  return { name: version.file, text: version.kind === 'text' ? version.text : '' };
}

function rulesChanged(message: string): Fault {
  return { code: 'rules-changed', message, next: 'put them back, or let a person lock again: pawl lock' };
}

function rulesOfTools(sarif: Config['scanners']['sarif']): ReadonlySet<string> {
  return new Set(Object.values(sarif).flatMap(({ rules = [] }) => rules));
}
