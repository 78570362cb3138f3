import { fileURLToPath } from 'node:url';
import { initText } from '../text/init-text.ts';
import type { Command } from './command.ts';

interface InitOptions {
  readonly repo: string | undefined;
  readonly 'dry-run': boolean;
  readonly 'hooks-only': boolean;
}

export const initCommand: Command<InitOptions> = (io, done) => ({
  command: 'init',
  describe: 'Set up Pawl in a repository: configuration and git hooks',
  builder: (yargs) =>
    yargs
      .option('repo', { type: 'string', requiresArg: true, describe: 'Another repository than this folder’s' })
      .option('dry-run', { type: 'boolean', default: false, describe: 'Say what would change, and change nothing' })
      .option('hooks-only', { type: 'boolean', default: false, describe: 'Only (re)install the hooks' }),
  handler: async ({ repo, 'dry-run': dryRun, 'hooks-only': hooksOnly }) => {
    const { init } = await import('@pawl/checkpoint');
    const hookFile = fileURLToPath(new URL('../bundle/hook.js', import.meta.url));
    const { askAtTerminal } = await import('../terminal.ts');
    const initialised = await init({ directory: repo, dryRun, hooksOnly, hookFile }, io.context, askAtTerminal());
    io.out(initText(initialised, dryRun));
    done(0);
  },
});
