import { OWN_THRESHOLDS, parseThreshold } from '../run/threshold.ts';
import { readResults } from '../run/results-file.ts';
import type { Command } from './command.ts';
import { publish } from './publish.ts';

interface ReportOptions {
  readonly rows: string;
  readonly threshold: readonly string[];
  readonly gate: string;
  readonly docs: string | undefined;
}

export const reportCommand: Command<ReportOptions> = (io) => ({
  command: 'report <rows>',
  describe: 'Report a run again from its rows, at other thresholds or into the documents',
  builder: (yargs) =>
    yargs
      .positional('rows', { type: 'string', demandOption: true, describe: 'What run --out wrote' })
      .option('threshold', { type: 'string', array: true, default: [], describe: 'Offered threshold, as name=score' })
      .option('gate', {
        type: 'string',
        requiresArg: true,
        default: 'the engine in process',
        describe: 'What judged them, in words',
      })
      .option('docs', {
        type: 'string',
        requiresArg: true,
        describe: 'Write drift.md and drift-roc.svg into this folder',
      }),
  handler: async ({ rows: file, threshold, gate, docs }) => {
    const [first, ...others] = threshold.map(parseThreshold);
    const thresholds = first === undefined ? OWN_THRESHOLDS : ([first, ...others] as const);
    await publish({ rows: await readResults(file), thresholds, gate, docs }, io);
  },
});
