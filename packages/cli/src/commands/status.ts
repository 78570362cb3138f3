import { paintFor } from '../paint.ts';
import { tellOwed } from '../tell-owed.ts';
import { statusText } from '../text/status-text.ts';
import type { Command } from './command.ts';

interface StatusOptions {
  readonly repo: string | undefined;
  readonly target: string | undefined;
  readonly audience: 'auto' | 'agent' | 'human';
}

export const statusCommand: Command<StatusOptions> = (io, done) => ({
  command: 'status',
  describe: 'Where the loop stands: lock, hooks and open cases',
  builder: (yargs) =>
    yargs
      .option('repo', { type: 'string', requiresArg: true, describe: 'Another repository than this folder’s' })
      .option('target', { type: 'string', requiresArg: true, describe: 'The protected branch whose lock is meant' })
      .option('audience', {
        choices: ['auto', 'agent', 'human'] as const,
        default: 'auto' as const,
        describe: 'Who reads it',
      }),
  handler: async ({ repo, target, audience }) => {
    const { status } = await import('@pawl/checkpoint');
    const [state, owed] = await Promise.all([
      status({ directory: repo, target, audience }, io.context),
      tellOwed({ repo, target, audience }, io),
    ]);
    io.out(statusText(state, await paintFor(io.colour), owed));
    done(0);
  },
});
