import type { Context } from '@pawl/checkpoint';
import { commandLine } from './command-line.ts';
import type { Listed } from './commands/groups.ts';

/** What a shell asks for with the words of a command line that is not finished: `pawl --complete check --ti`. */
export const COMPLETE = '--complete';

type Find = (directory: string | undefined, context: Context) => Promise<readonly string[]>;

const cases: Find = async (directory, context) => {
  const { status } = await import('@pawl/checkpoint');
  // As for an agent: what is more for a person takes longer, and is no number.
  return (await status({ directory, target: undefined, audience: 'agent' }, context)).cases.map(({ id }) => id);
};

const chains =
  (kind: 'locks' | 'loops'): Find =>
  async (directory, context) => {
    const { log } = await import('@pawl/checkpoint');
    const read = await log({ directory, loop: undefined, target: undefined, limit: 1 }, context);
    return read[kind].map(({ name }) => name);
  };

const rules: Find = async () => {
  const { openRuleBook } = await import('./explain/rule-book.ts');
  return (await openRuleBook()).rules.map(({ rule }) => rule);
};

const schemas: Find = async () => {
  const { shippedSchemas } = await import('./schemas.ts');
  return (await shippedSchemas()).map(({ name }) => name);
};

/** One that finds nothing, since there is no repository, takes nothing from the others. */
const allOf =
  (...finds: readonly Find[]): Find =>
  async (directory, context) =>
    (await Promise.all(finds.map((find) => find(directory, context).catch(() => [])))).flat();

const OF_OPTION: Readonly<Record<string, Find>> = { '--loop': chains('loops'), '--target': chains('locks') };
const OF_COMMAND: Readonly<Record<string, Find>> = {
  review: cases,
  release: cases,
  waive: cases,
  explain: allOf(rules, cases),
  schema: schemas,
};

/**
 * What a shell may put on a command line. Loops are named by agents, and what stands in a name such as `$(...)` would be
 * run once somebody presses enter.
 */
const HARMLESS = /^(?:--)?[\p{L}\p{N}_][\p{L}\p{N}_./@+-]*$/u;

/** The words that may come last; the shell leaves out those that do not begin as what is written there does. */
export async function completions(
  words: readonly string[],
  commands: readonly Listed[],
  context: Context,
): Promise<readonly string[]> {
  // Bash takes `--loop=x` apart.
  const line = [...words.filter((word) => word !== '='), ...(words.at(-1) === '=' ? [''] : [])];
  const find = OF_OPTION[line.at(-2) ?? ''];
  const found = find === undefined ? await declared(line, commands) : [];
  const all = [...found, ...(await known(find ?? ofCommand(line), line, context))];
  const isOption = line.at(-1)?.startsWith('-') === true;
  return all.filter((word) => HARMLESS.test(word) && word.startsWith('-') === isOption);
}

function ofCommand([command = '', ...more]: readonly string[]): Find | undefined {
  return more.length === 1 && more[0]?.startsWith('-') === false ? OF_COMMAND[command] : undefined;
}

async function known(find: Find | undefined, line: readonly string[], context: Context): Promise<readonly string[]> {
  const directory = line[line.indexOf('--repo') + 1];
  try {
    return (await find?.(line.includes('--repo') ? directory : undefined, context)) ?? [];
  } catch {
    // Nothing is judged here, and whoever presses a key in a folder without a repository wants no message.
    return [];
  }
}

/** Commands, options and choices. In zsh and fish yargs says behind each what it is for. */
async function declared(line: readonly string[], commands: readonly Listed[]): Promise<readonly string[]> {
  let said = '';
  const asked = ['--get-yargs-completions', 'pawl', ...line];
  await commandLine(commands, line, Infinity).parseAsync(asked, {}, (_error, _argv, output) => {
    said += output;
  });
  return said.split('\n').map((word) => word.replace(/[:\t].*$/u, ''));
}
