import type { Command } from './command.ts';

interface HookOptions {
  readonly name: string;
  readonly args: string[] | undefined;
}

/** For a clone where `pawl init` has not run: there the tracked husky script finds Pawl among the project's own packages. */
export const hookCommand: Command<HookOptions> = (io, done) => ({
  command: 'hook <name> [args..]',
  describe: false,
  builder: (yargs) =>
    yargs
      .positional('name', { type: 'string', demandOption: true })
      .positional('args', { type: 'string', array: true })
      .strict(false),
  handler: async ({ name, args = [] }) => {
    const { runHook } = await import('../hook.ts');
    done(await runHook(name, args, io));
  },
});
