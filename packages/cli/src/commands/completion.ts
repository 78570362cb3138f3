import type { Command } from './command.ts';

interface CompletionOptions {
  readonly shell: Shell | undefined;
}

const SHELLS = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof SHELLS)[number];

export const completionCommand: Command<CompletionOptions> = (io, done) => ({
  command: 'completion [shell]',
  describe: 'Print what makes a shell complete commands, options, cases and loops',
  builder: (yargs) =>
    yargs
      .positional('shell', { choices: SHELLS, describe: 'For which shell; else the one of SHELL' })
      .example('$0 completion bash >> ~/.bashrc', 'For bash')
      .example('$0 completion zsh >> ~/.zshrc', 'For zsh')
      .example('$0 completion fish > ~/.config/fish/completions/pawl.fish', 'For fish'),
  handler: async ({ shell = ofEnvironment(io.context.env['SHELL']) }) => {
    const { completionJson, completionText } = await import('../text/completion-text.ts');
    io.out(io.format === 'json' ? completionJson(shell) : completionText(shell));
    done(0);
  },
});

function ofEnvironment(path = ''): Shell {
  return SHELLS.find((shell) => path.endsWith(`/${shell}`)) ?? 'bash';
}
