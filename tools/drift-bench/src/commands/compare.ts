import { compare } from '../report/compare.ts';
import { comparisonText } from '../report/comparison-text.ts';
import { readResults } from '../run/results-file.ts';
import type { Command } from './command.ts';

interface CompareOptions {
  readonly before: string;
  readonly after: string;
  readonly score: number | undefined;
}

export const compareCommand: Command<CompareOptions> = (io) => ({
  command: 'compare <before> <after>',
  describe: 'Say which cases were won and lost between two runs',
  builder: (yargs) =>
    yargs
      .positional('before', { type: 'string', demandOption: true, describe: 'What an earlier run --out wrote' })
      .positional('after', { type: 'string', demandOption: true, describe: 'What a later one wrote' })
      .option('score', {
        type: 'number',
        requiresArg: true,
        describe: 'Stop both from this score on, not each at its own',
      }),
  handler: async ({ before, after, score }) => {
    const [earlier, later] = await Promise.all([readResults(before), readResults(after)]);
    io.out(comparisonText(compare(earlier, later, score)));
  },
});
