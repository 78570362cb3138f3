import { errorJson, errorText } from '@pawl/report';
import { askedIo } from './asked-io.ts';
import { commandLine } from './command-line.ts';
import { COMPLETE, completions } from './complete.ts';
import { groupsOf } from './commands/groups.ts';
import { COULD_NOT_TELL } from './exit-status.ts';
import { type Io, processIo } from './io.ts';
import { paintFor } from './paint.ts';
import { helpText } from './text/help-text.ts';

/** Runs the command line and says with which status to exit. Only the entry point sets it. */
export async function run(argv: readonly string[], processOf: Io = processIo()): Promise<number> {
  const io = askedIo(argv, processOf);
  let status = 0;
  const done = (code: number): void => {
    status = code;
  };
  try {
    const groups = groupsOf(io, done);
    const commands = groups.flatMap((group) => group.commands);
    const [first, ...more] = argv;
    if (first === COMPLETE) io.out((await completions(more, commands, io.context)).map((word) => `${word}\n`).join(''));
    else if (asksForAll(argv)) io.out(helpText(groups, await paintFor(io.colour), io.columns));
    else {
      const asked = helped(argv);
      await commandLine(commands, asked, io.columns).parseAsync(asked, {}, (_error, _argv, output) => {
        if (output) io.out(`${output}\n`);
      });
    }
    return status;
  } catch (error) {
    if (io.format === 'json') io.out(errorJson(error));
    io.err(errorText(error, io.columns));
    return COULD_NOT_TELL;
  }
}

/** Whoever wants to know what there is gets it in groups; yargs has one list. */
function asksForAll([first, ...more]: readonly string[]): boolean {
  return (first === 'help' || first === '--help') && more.every((word) => word.startsWith('-'));
}

/** `pawl help lock` is what people try. */
function helped(argv: readonly string[]): readonly string[] {
  const [first, ...more] = argv;
  return first === 'help' ? [...more, '--help'] : argv;
}
