import { paintFor } from '../paint.ts';
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
      }),
  handler: async (options) => {
    const { notifyByHand } = await import('../notify-by-hand.ts');
    const { text, isTold } = await notifyByHand(options, io, await paintFor(io.colour));
    io.out(text);
    done(isTold ? 0 : 2);
  },
});
