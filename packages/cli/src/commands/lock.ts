import { paintFor } from '../paint.ts';
import { progressBar } from '../progress.ts';
import { lockText } from '../text/lock-text.ts';
import type { Command } from './command.ts';

interface LockOptions {
  readonly repo: string | undefined;
  readonly target: string | undefined;
  readonly sarif: readonly string[];
  readonly cache: boolean;
}

export const lockCommand: Command<LockOptions> = (io, done) => ({
  command: 'lock',
  describe: 'Scan the whole tree once and lock it as the state that may not get worse',
  builder: (yargs) =>
    yargs
      .option('repo', {
        type: 'string',
        requiresArg: true,
        describe: 'Another repository than this folder’s; it may be bare',
      })
      .option('target', {
        type: 'string',
        requiresArg: true,
        describe: 'The protected branch; found out where it is not given',
      })
      .option('sarif', {
        type: 'string',
        array: true,
        nargs: 1,
        default: [] as string[],
        describe: 'What another tool found in HEAD, to be locked with the rest; may be given again',
      })
      .option('cache', {
        type: 'boolean',
        default: true,
        describe: 'Use what was found before; --no-cache scans everything again',
      }),
  handler: async ({ repo, target, sarif: logs, cache }) => {
    const { lock } = await import('@pawl/checkpoint');
    const bar = await progressBar('Scanning', io.context.terminal);
    try {
      const locked = await lock({ directory: repo, target, cache, logs }, io.context, bar.update);
      bar.stop();
      io.out(lockText(locked, await paintFor(io.colour)));
    } finally {
      bar.stop();
    }
    done(0);
  },
});
