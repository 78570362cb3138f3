import yargs from 'yargs';
import { BenchError } from './bench-error.ts';
import { addCommand } from './commands/add.ts';
import { compareCommand } from './commands/compare.ts';
import { fitCommand } from './commands/fit.ts';
import { reportCommand } from './commands/report.ts';
import { runCommand } from './commands/run.ts';
import { errorText } from './error-text.ts';
import { type Io, processIo } from './io.ts';

/** Runs the command line and says with which status to exit: 0, or 2 where the question was not answered. */
export async function run(argv: readonly string[], io: Io = processIo()): Promise<number> {
  const parser = yargs()
    .scriptName('drift-bench')
    .usage('Runs a gate over real security fixes put back.\n\n$0 <command>')
    .command(runCommand(io))
    .command(reportCommand(io))
    .command(compareCommand(io))
    .command(addCommand(io))
    .command(fitCommand(io))
    .demandCommand(1, 'Say what to do; drift-bench --help lists the commands.')
    .strict()
    .version(false)
    .wrap(Math.min(110, process.stdout.columns ?? 110))
    .exitProcess(false)
    .fail((message, error) => {
      if (error !== undefined && error.name !== 'YError') throw error;
      throw new BenchError('usage', message || error?.message, { next: 'drift-bench --help' });
    });
  try {
    await parser.parseAsync(argv, {}, (_error, _argv, output) => {
      if (output) io.out(`${output}\n`);
    });
    return 0;
  } catch (error) {
    io.err(errorText(error));
    return 2;
  }
}
