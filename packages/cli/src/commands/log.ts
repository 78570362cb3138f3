import { paintFor } from '../paint.ts';
import { UsageError } from '../usage-error.ts';
import type { Command } from './command.ts';

interface LogOptions {
  readonly repo: string | undefined;
  readonly loop: string | undefined;
  readonly target: string | undefined;
  readonly limit: number;
}

export const logCommand: Command<LogOptions> = (io, done) => ({
  command: 'log',
  describe: 'The chains of locks and checkpoints, newest first',
  builder: (yargs) =>
    yargs
      .option('repo', { type: 'string', requiresArg: true, describe: 'Another repository than this folder’s' })
      .option('loop', { type: 'string', requiresArg: true, describe: 'Only this loop' })
      .option('target', { type: 'string', requiresArg: true, describe: 'Only the locks of this branch' })
      .option('limit', { type: 'number', requiresArg: true, default: 20, describe: 'So many entries of each chain' })
      .example('$0 log', 'Who locked, released and waived, and what was judged')
      .example('$0 log --loop agent/login --limit 50', 'The last fifty checkpoints of one loop')
      .example('$0 log --format json', 'The same for a script'),
  handler: async ({ repo, loop, target, limit }) => {
    if (!(Number.isSafeInteger(limit) && limit > 0))
      throw new UsageError('usage', '--limit takes a whole number from 1', { next: 'pawl log --limit 20' });
    const [{ log }, { logJson, logText }] = await Promise.all([
      import('@pawl/checkpoint'),
      import('../text/log-text.ts'),
    ]);
    const read = await log({ directory: repo, loop, target, limit }, io.context);
    io.out(io.format === 'json' ? logJson(read) : logText(read, await paintFor(io.colour), io.columns));
    // A chain that ends early is not one that ends here.
    done([...read.locks, ...read.loops].some(({ fault }) => fault !== undefined) ? 2 : 0);
  },
});
