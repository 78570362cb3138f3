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
      }),
  handler: async ({ repo, remote, share }) => {
    const [{ sync }, { syncText }, { askAtTerminal }] = await Promise.all([
      import('@pawl/checkpoint'),
      import('../text/sync-text.ts'),
      import('../terminal.ts'),
    ]);
    io.out(syncText(await sync({ directory: repo, remote, share }, io.context, askAtTerminal())));
    done(0);
  },
});
