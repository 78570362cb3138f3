import { paintFor } from '../paint.ts';
import { waitingLine } from '../waiting-line.ts';
import type { Command } from './command.ts';

interface SyncOptions {
  readonly repo: string | undefined;
  readonly remote: string;
  readonly share: boolean;
}

export const syncCommand: Command<SyncOptions> = (io, done) => ({
  command: 'sync',
  describe: 'Bring the ledger here and that of a remote together, losing nothing of either',
  builder: (yargs) =>
    yargs
      .option('repo', { type: 'string', requiresArg: true, describe: 'Another repository than this folder’s' })
      .option('remote', { type: 'string', requiresArg: true, default: 'origin', describe: 'Which remote' })
      .option('share', {
        type: 'boolean',
        default: false,
        describe: 'From now on push to it too: whoever reads the remote may know which findings are open',
      })
      .example('$0 sync', 'Fetch what others locked and judged, and push ours where that was allowed')
      .example('$0 sync --share', 'Say once that the remote may have it, and push'),
  handler: async ({ repo, remote, share }) => {
    const [{ sync }, { syncJson, syncText }, { askAtTerminal }] = await Promise.all([
      import('@pawl/checkpoint'),
      import('../text/sync-text.ts'),
      import('../terminal.ts'),
    ]);
    const wait = waitingLine(io);
    const ask = askAtTerminal();
    // A line about waiting would be written over the question.
    const asked = ask && ((question: string) => (wait.stop(), ask(question)));
    try {
      wait.waiting(`talking to ${remote}`);
      const synced = await sync({ directory: repo, remote, share }, io.context, asked);
      wait.stop();
      io.out(io.format === 'json' ? syncJson(synced) : syncText(synced, await paintFor(io.colour), io.columns));
      done(0);
    } finally {
      wait.stop();
    }
  },
});
