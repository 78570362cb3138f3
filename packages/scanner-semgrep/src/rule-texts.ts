import { AdapterError, type CommandResult, type PinningDoor } from '@pawl/scanner';
import { downloadCommand } from './commands.ts';
import type { RuleText } from './parse-rules.ts';

export const REGISTRY = 'https://semgrep.dev';

/** A rule file, or a text of the registry, in which people cannot mend a rule. */
export interface FoundText extends RuleText {
  readonly isPack: boolean;
}

/**
 * The texts that the configuration names: files and folders of the commit, and packs of the registry.
 *
 * @throws AdapterError `rules-missing`, with exactly the one that is missing and what mends it.
 */
export async function ruleTexts(
  names: readonly string[],
  door: PinningDoor,
  registry: string,
): Promise<readonly FoundText[]> {
  if (names.length === 0)
    throw new AdapterError('rules-missing', 'scanners.semgrep.rules is empty: Semgrep has no rules of its own.', {
      next: 'Name a rule file of the repository there, or a pack such as p/default.',
    });
  const texts: FoundText[] = [];
  for (const name of names)
    texts.push(...(isPack(name) ? [await download(name, door, registry)] : await readFiles(name, door)));
  return texts;
}

/** `p/default`, `r/python.lang.security`: a folder of that name is written `./p/default`. */
function isPack(name: string): boolean {
  return /^[pr]\/[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/u.test(name);
}

async function download(name: string, door: PinningDoor, registry: string): Promise<FoundText> {
  const url = `${registry}/c/${name}`;
  const output = await door.run(downloadCommand(url));
  if (output.kind === 'failed')
    throw new AdapterError('rules-missing', `The Semgrep pack ${name} could not be fetched: ${output.why}.`, {
      next: `Run \`pawl lock\` where ${url} can be reached, or save it as a rule file of the repository and name its path in place of ${name} in scanners.semgrep.rules.`,
    });
  return { name, text: (output.value as CommandResult).result, isPack: true };
}

/** Whether one of the names means this file of the repository. */
export function semgrepRules(names: readonly string[], file: string): boolean {
  return names.some((name) => !isPack(name) && isNamed(name, file));
}

function isNamed(name: string, file: string): boolean {
  const path = name.replace(/^(\.\/)+/u, '').replace(/\/+$/u, '');
  return file === path || isRuleFileIn(path, file);
}

async function readFiles(name: string, door: PinningDoor): Promise<readonly FoundText[]> {
  const files = (await door.listFiles()).filter((file) => isNamed(name, file));
  const texts = await Promise.all(files.sort().map(async (file) => ({ file, text: await door.readFile(file) })));
  const found = texts.flatMap(({ file, text }) => (text === undefined ? [] : [{ name: file, text, isPack: false }]));
  if (found.length === 0 || found.length < files.length)
    throw new AdapterError('rules-missing', `The commit has no Semgrep rules at ${JSON.stringify(name)}.`, {
      next: `Commit the rule file ${name}, or mend scanners.semgrep.rules, and run \`pawl lock\` again.`,
    });
  return found;
}

/** As Semgrep does: every YAML file below a folder, but not the annotated targets of tests. */
function isRuleFileIn(folder: string, file: string): boolean {
  const inside = folder === '.' || folder === '' || file.startsWith(`${folder}/`);
  return inside && /\.ya?ml$/iu.test(file) && !/\.test\.ya?ml$/iu.test(file);
}
