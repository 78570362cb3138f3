import { COULD_NOT_TELL } from '../exit-status.ts';
import type { Io } from '../io.ts';
import { paintFor } from '../paint.ts';
import type { Command } from './command.ts';

interface ContractsOptions {
  readonly action: string;
  readonly repo: string | undefined;
  readonly head: string | undefined;
  readonly all: boolean;
  readonly format: 'text' | 'json';
}

export const contractsCommand: Command<ContractsOptions> = (io, done) => ({
  command: 'contracts <action>',
  describe: 'What this project promises of itself, in pawl.contracts.jsonc',
  builder: (yargs) =>
    yargs
      .positional('action', {
        type: 'string',
        choices: ['check', 'suggest'] as const,
        demandOption: true,
        describe: 'check: read the contracts and explain each match; suggest: print what the code holds everywhere',
      })
      .option('repo', { type: 'string', requiresArg: true, describe: 'Another repository than this folder’s' })
      .option('head', { type: 'string', requiresArg: true, describe: 'The code of this revision, not of the index' })
      .option('all', { type: 'boolean', default: false, describe: 'Show what is held, too' })
      .option('format', { choices: ['text', 'json'] as const, default: 'text' as const, describe: 'How to answer' })
      .example('$0 contracts suggest > pawl.contracts.jsonc', 'Begin with what is true today')
      .example('$0 contracts check', 'See what each contract speaks of, and whether it is held'),
  handler: async (options) => {
    if (options.action === 'check') return done(await check(options, io));
    const { suggestContracts } = await import('@pawl/checkpoint');
    io.out(await suggestContracts({ directory: options.repo, head: options.head }, io.context));
    done(0);
  },
});

/** What is broken already stops nobody, so it is no failure; what could not be read is. */
async function check({ repo, head, all, format }: ContractsOptions, io: Io): Promise<number> {
  const [{ checkContracts }, { contractsJson, contractsText }] = await Promise.all([
    import('@pawl/checkpoint'),
    import('../text/contracts-text.ts'),
  ]);
  const checked = await checkContracts({ directory: repo, head }, io.context);
  io.out(format === 'json' ? contractsJson(checked) : contractsText(checked, { all }, await paintFor(io.colour)));
  return checked.notExamined.length > 0 ? COULD_NOT_TELL : 0;
}
