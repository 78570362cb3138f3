import type { Command } from './command.ts';

interface HookOptions {
  readonly name: string;
}

/** For a clone where `pawl init` has not run: there the tracked husky script finds Pawl among the project's own packages. */
export const hookCommand: Command<HookOptions> = (io, done) => ({
  command: 'hook <name>',
  describe: false,
  builder: (yargs) => yargs.positional('name', { type: 'string', demandOption: true }).strict(false),
  handler: async ({ name }) => {
    const { runHook } = await import('../hook.ts');
    done(await runHook(name, io));
  },
});
