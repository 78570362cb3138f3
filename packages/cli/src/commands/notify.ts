import { paintFor } from '../paint.ts';
import { waitFor } from '../waiting-line.ts';
import type { Command } from './command.ts';

interface NotifyOptions {
  readonly repo: string | undefined;
  readonly target: string | undefined;
  readonly audience: 'auto' | 'agent' | 'human';
  readonly test: boolean;
}

export const notifyCommand: Command<NotifyOptions> = (io, done) => ({
  command: 'notify',
  describe: 'For a person: tell what is still owed, or send a test through each channel',
  builder: (yargs) =>
    yargs
      .option('test', { type: 'boolean', default: false, describe: 'Send a test through each channel of the lock' })
      .option('repo', { type: 'string', requiresArg: true, describe: 'Another repository than this folder’s' })
      .option('target', { type: 'string', requiresArg: true, describe: 'The protected branch whose lock is meant' })
      .option('audience', {
        choices: ['auto', 'agent', 'human'] as const,
        default: 'auto' as const,
        describe: 'Who reads it',
      })
      .example('$0 notify --test', 'See whether each channel works')
      .example('$0 notify', 'Try again what is still owed'),
  handler: async (options) => {
    const [{ isTold, notifyByHand }, { notifyText }, { notifyJson }] = await Promise.all([
      import('../notify-by-hand.ts'),
      import('../text/notify-text.ts'),
      import('../text/notify-json.ts'),
    ]);
    const notified = await waitFor('telling people', io, () => notifyByHand(options, io));
    io.out(io.format === 'json' ? notifyJson(notified) : notifyText(notified, await paintFor(io.colour), io.columns));
    done(isTold(notified) ? 0 : 2);
  },
});
