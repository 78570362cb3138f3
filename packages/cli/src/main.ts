import { errorText } from '@pawl/report';
import yargs from 'yargs';
import { checkCommand } from './commands/check.ts';
import { contractsCommand } from './commands/contracts.ts';
import { doctorCommand } from './commands/doctor.ts';
import { hookCommand } from './commands/hook.ts';
import { initCommand } from './commands/init.ts';
import { lockCommand } from './commands/lock.ts';
import { logCommand } from './commands/log.ts';
import { notifyCommand } from './commands/notify.ts';
import { preReceiveCommand } from './commands/pre-receive.ts';
import { loopCommand } from './commands/loop.ts';
import { releaseCommand } from './commands/release.ts';
import { reviewCommand } from './commands/review.ts';
import { statusCommand } from './commands/status.ts';
import { syncCommand } from './commands/sync.ts';
import { trustCommand } from './commands/trust.ts';
import { verifyCommand } from './commands/verify.ts';
import { waiveCommand } from './commands/waive.ts';
import { COULD_NOT_TELL } from './exit-status.ts';
import { type Io, processIo } from './io.ts';
import { UsageError } from './usage-error.ts';
import { VERSION } from './version.ts';

/** Runs the command line and says with which status to exit. Only the entry point sets it. */
export async function run(argv: readonly string[], io: Io = processIo()): Promise<number> {
  let status = 0;
  const done = (code: number): void => {
    status = code;
  };
  const parser = yargs()
    .scriptName('pawl')
    .usage('Pawl keeps security from slipping back while coding agents iterate.\n\n$0 <command>')
    .command(initCommand(io, done))
    .command(lockCommand(io, done))
    .command(checkCommand(io, done))
    .command(contractsCommand(io, done))
    .command(loopCommand(io, done))
    .command(statusCommand(io, done))
    .command(reviewCommand(io, done))
    .command(releaseCommand(io, done))
    .command(waiveCommand(io, done))
    .command(notifyCommand(io, done))
    .command(trustCommand(io, done))
    .command(logCommand(io, done))
    .command(verifyCommand(io, done))
    .command(syncCommand(io, done))
    .command(doctorCommand(io, done))
    .command(preReceiveCommand(io, done))
    .command(hookCommand(io, done))
    .middleware(takeLast, true)
    .demandCommand(1, 'Say what to do; pawl --help lists the commands.')
    .strict()
    .version(VERSION)
    .completion('completion', 'Print a completion script for your shell')
    .epilogue(
      'Exit status: 0 clean, 1 stopped (regression or escalated), 2 could not tell (inconclusive, usage, fault).',
    )
    .wrap(Math.min(100, process.stdout.columns ?? 100))
    .exitProcess(false)
    .fail((message, error) => {
      // Yargs' own complaints come as a message, as an error of its class, or as both; a command's error is its own.
      if (error !== undefined && error.name !== 'YError') throw error;
      throw new UsageError('usage', message || error?.message, { next: 'pawl --help' });
    });
  try {
    await parser.parseAsync(argv, {}, (_error, _argv, output) => {
      if (output) io.out(`${output}\n`);
    });
    return status;
  } catch (error) {
    io.err(errorText(error));
    return COULD_NOT_TELL;
  }
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
];

/** Any other flag that is given twice would come as an array where a text is expected; the last one counts, as in git. */
function takeLast(argv: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(argv)) {
    if (Array.isArray(value) && !LISTS.includes(name)) argv[name] = value.at(-1);
  }
}
