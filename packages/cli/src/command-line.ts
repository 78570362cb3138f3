import yargs, { type Argv } from 'yargs';
import { EVERYWHERE } from './asked-io.ts';
import type { Listed } from './commands/groups.ts';
import { usageErrorOf } from './usage-error.ts';
import { VERSION } from './version.ts';

/** However long a line may be, yargs would fill it with blanks. */
const WIDEST_HELP = 120;

/** What parses a command line and runs what it says. `argv` is told of only where it is wrong. */
export function commandLine(commands: readonly Listed[], argv: readonly string[], columns: number): Argv {
  return commands
    .reduce<Argv>((parser, { addTo }) => addTo(parser), yargs().scriptName('pawl'))
    .options(EVERYWHERE)
    .group([...Object.keys(EVERYWHERE), 'help', 'version'], 'Everywhere:')
    .middleware(takeLast, true)
    .demandCommand(1, 'say what to do')
    .strict()
    .recommendCommands()
    .version(VERSION)
    .wrap(Math.min(WIDEST_HELP, columns))
    .exitProcess(false)
    .fail((message, error) => {
      // Yargs' own complaints come as a message, as an error of its class, or as both; a command's error is its own.
      if (error !== undefined && error.name !== 'YError') throw error;
      const names = commands.map(({ name }) => name);
      throw usageErrorOf(message || error?.message, argv, names);
    });
}

/** The flags that may be given again. */
const LISTS: readonly string[] = [
  '_',
  'sarif',
  'base-sarif',
  'baseSarif',
  'harness',
  'remove-harness',
  'removeHarness',
  'what',
];

/** Any other flag that is given twice would come as an array where a text is expected; the last one counts, as in git. */
function takeLast(argv: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(argv)) {
    if (Array.isArray(value) && !LISTS.includes(name)) argv[name] = value.at(-1);
  }
}
