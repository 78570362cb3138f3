import { COULD_NOT_TELL } from '../exit-status.ts';
import type { Io } from '../io.ts';
import { paintFor } from '../paint.ts';
import { waitFor } from '../waiting-line.ts';
import type { Command } from './command.ts';

interface ContractsOptions {
  readonly action: string;
  readonly repo: string | undefined;
  readonly head: string | undefined;
  readonly all: boolean;
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
      .example('$0 contracts suggest > pawl.contracts.jsonc', 'Begin with what is true today')
      .example('$0 contracts check', 'See what each contract speaks of, and whether it is held'),
  handler: async (options) => {
    if (options.action === 'check') return done(await check(options, io));
    io.out(await suggest(options, io));
    done(0);
  },
});

async function suggest({ repo, head }: ContractsOptions, io: Io): Promise<string> {
  const [{ suggestContracts }, { suggestedJson, suggestedText }] = await Promise.all([
    import('@pawl/checkpoint'),
    import('../text/suggested-text.ts'),
  ]);
  const text = await waitFor('reading the code', io, () => suggestContracts({ directory: repo, head }, io.context));
  return io.format === 'json' ? suggestedJson(text) : suggestedText(text);
}

/** What is broken already stops nobody, so it is no failure; what could not be read is. */
async function check({ repo, head, all }: ContractsOptions, io: Io): Promise<number> {
  const [{ checkContracts }, { contractsJson, contractsText }] = await Promise.all([
    import('@pawl/checkpoint'),
    import('../text/contracts-text.ts'),
  ]);
  const checked = await waitFor('holding the code against the contracts', io, () =>
    checkContracts({ directory: repo, head }, io.context),
  );
  const paint = await paintFor(io.colour);
  io.out(io.format === 'json' ? contractsJson(checked) : contractsText({ ...checked, all }, paint, io.columns));
  return checked.notExamined.length > 0 ? COULD_NOT_TELL : 0;
}
