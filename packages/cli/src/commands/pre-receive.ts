import { paintFor } from '../paint.ts';
import type { Command } from './command.ts';

interface PreReceiveOptions {
  readonly action: 'install' | 'uninstall' | undefined;
  readonly repo: string | undefined;
  readonly anchor: string | undefined;
  readonly settings: string | undefined;
  readonly 'dry-run': boolean;
}

export const preReceiveCommand: Command<PreReceiveOptions> = (io, done) => ({
  command: 'pre-receive [action]',
  describe: 'Judge what is pushed to a bare repository, on its server; install makes it so',
  builder: (yargs) =>
    yargs
      .positional('action', { choices: ['install', 'uninstall'] as const, describe: 'Else: answer the hook' })
      .option('repo', { type: 'string', requiresArg: true, describe: 'The bare repository' })
      .option('anchor', {
        type: 'string',
        requiresArg: true,
        describe: 'The anchor that this server trusts: a file outside the repository',
      })
      .option('settings', { type: 'string', requiresArg: true, describe: 'What is gated, and how: a file beside it' })
      .option('dry-run', { type: 'boolean', default: false, describe: 'Only say what would be done' })
      .example('$0 pre-receive install --repo app.git --anchor anchor.json', 'From now on every push is judged')
      .example('$0 pre-receive uninstall --repo app.git', 'No longer'),
  handler: async ({ action, repo, anchor, settings, 'dry-run': isDry }) => {
    if (action === undefined) {
      const { runPreReceive } = await import('../pre-receive.ts');
      done(await runPreReceive({ anchor: anchor ?? '', settings }, io));
      return;
    }
    const [{ serveRepository }, { installJson, installText }] = await Promise.all([
      import('../serve-repository.ts'),
      import('../text/install-text.ts'),
    ]);
    const served = await serveRepository({ action, repo, anchor, settings, isDry }, io.context);
    const told = { action, isDry, ...served };
    io.out(io.format === 'json' ? installJson(told) : installText(told, await paintFor(io.colour), io.columns));
    done(0);
  },
});
