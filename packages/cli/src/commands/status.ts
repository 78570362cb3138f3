import { paintFor } from '../paint.ts';
import { tellOwed } from '../tell-owed.ts';
import { waitFor } from '../waiting-line.ts';
import type { Command } from './command.ts';

interface StatusOptions {
  readonly repo: string | undefined;
  readonly target: string | undefined;
  readonly audience: 'auto' | 'agent' | 'human';
}

export const statusCommand: Command<StatusOptions> = (io, done) => ({
  command: 'status',
  describe: 'Where the loop stands, on one screen: open cases, lock, drift and hooks',
  builder: (yargs) =>
    yargs
      .option('repo', { type: 'string', requiresArg: true, describe: 'Another repository than this folder’s' })
      .option('target', { type: 'string', requiresArg: true, describe: 'The protected branch whose lock is meant' })
      .option('audience', {
        choices: ['auto', 'agent', 'human'] as const,
        default: 'auto' as const,
        describe: 'Who reads it',
      })
      .example('$0 status', 'See whether the loop goes on, and what to do next')
      .example('$0 status --format json', 'The same for a script'),
  handler: async ({ repo, target, audience }) => {
    const [{ status }, { statusText }, { statusJson }] = await Promise.all([
      import('@pawl/checkpoint'),
      import('../text/status-text.ts'),
      import('../text/status-json.ts'),
    ]);
    const [state, owed] = await waitFor('looking where the loop stands', io, () =>
      Promise.all([
        status({ directory: repo, target, audience }, io.context),
        tellOwed({ repo, target, audience }, io),
      ]),
    );
    const told = { ...state, owed };
    io.out(io.format === 'json' ? statusJson(told) : statusText(told, await paintFor(io.colour), io.columns));
    done(0);
  },
});
