import { documentText } from '@pawl/report';
import type { Io } from '../io.ts';
import { paintFor } from '../paint.ts';
import { progressBar } from '../progress.ts';
import { openInBrowser } from '../report/open-in-browser.ts';
import { type Destination, destinationOf } from '../report/destination-of.ts';
import { writeReport } from '../report/write-report.ts';
import { UsageError } from '../usage-error.ts';
import type { Command } from './command.ts';

interface ReportOptions {
  readonly repo: string | undefined;
  readonly target: string | undefined;
  readonly loop: string | undefined;
  readonly out: string | undefined;
  readonly audience: 'auto' | 'agent' | 'human';
  readonly redacted: boolean;
  readonly verify: boolean;
  readonly measure: number | undefined;
  readonly cache: boolean;
  readonly open: boolean;
  readonly format: 'html' | 'text' | 'json';
}

export const reportCommand: Command<ReportOptions> = (io, done) => ({
  command: 'report',
  describe: 'Write one page that shows the loop: drift over its checkpoints, cases, what was not examined',
  builder: (yargs) =>
    yargs
      .option('repo', {
        type: 'string',
        requiresArg: true,
        describe: 'Another repository than this folder’s; it may be bare',
      })
      .option('target', { type: 'string', requiresArg: true, describe: 'The protected branch whose lock is meant' })
      .option('loop', {
        type: 'string',
        requiresArg: true,
        describe: 'Which loop; else that of the branch, or the one that was judged last',
      })
      .option('out', {
        type: 'string',
        requiresArg: true,
        describe: 'The file to write, or - for standard output; else pawl/report.html in the git folder',
      })
      .option('audience', {
        choices: ['auto', 'agent', 'human'] as const,
        default: 'auto' as const,
        describe: 'Who reads it; an agent gets no details whatever stands here',
      })
      .option('redacted', {
        type: 'boolean',
        default: false,
        describe: 'Without any detail, for a place where an agent can read it',
      })
      .option('verify', {
        type: 'boolean',
        default: false,
        describe: 'Recompute every verdict of the ledger, too, as pawl verify does',
      })
      .option('measure', {
        type: 'number',
        requiresArg: true,
        describe: 'How many checkpoints are measured at most [1000, or 60 with tools that are installed]',
      })
      .option('cache', {
        type: 'boolean',
        default: true,
        describe: 'Use what was found before; --no-cache measures everything again',
      })
      .option('open', { type: 'boolean', default: false, describe: 'Show the page in a browser' })
      .option('format', {
        // Beside those that every command has.
        choices: ['html'] as const,
        default: 'html' as const,
        describe: 'The page, what it says in a few lines, or its data',
      })
      .example('$0 report --open', 'Write the page and look at it')
      .example('$0 report --out drift.html --loop agent/login', 'The page of one loop, in a file of your choice')
      .example('$0 report --redacted --out pawl-report.html', 'As an artifact of CI, where an agent can read it')
      .example('$0 report --format json', 'What the page is made from')
      .epilogue('Exit status: 0 made, 2 made, and not everything that it is about could be read.'),
  handler: async (options) => {
    const { repo, target, loop, audience, redacted, verify, measure, cache, format } = options;
    if (measure !== undefined && !(Number.isSafeInteger(measure) && measure >= 0))
      throw new UsageError('usage', '--measure takes a whole number', { next: 'pawl report --measure 100' });
    const [{ report }, { reportPage }, { reportResult, reportText }] = await Promise.all([
      import('@pawl/checkpoint'),
      import('@pawl/report/page'),
      import('../text/report-text.ts'),
    ]);
    const bar = await progressBar('Reporting', io.progress);
    try {
      const asked = { directory: repo, target, loop, verify, measure, cache };
      const made = await report({ ...asked, audience: redacted ? 'agent' : audience }, io.context, bar.update);
      bar.stop();
      const { schema, ...content } = made.data;
      const text = format === 'json' ? documentText(schema, content) : reportPage(made.data);
      const to = format === 'text' ? undefined : destination({ ...options, format }, made.folder, io);
      if (to?.kind === 'stdout') io.out(text);
      else {
        if (to !== undefined) await writeReport(to.file, text, made.data.audience);
        const isOpened = to && options.open ? await openInBrowser(to.file, io.context.env) : undefined;
        const { data, otherLoops } = made;
        io.out(
          reportText(
            { data, otherLoops, isVerified: verify, file: to?.file, isOpened },
            await paintFor(io.colour),
            io.columns,
          ),
        );
      }
      done(reportResult(made.data) === 'whole' ? 0 : 2);
    } finally {
      bar.stop();
    }
  },
});

function destination(
  { out, open, format }: Pick<ReportOptions, 'out' | 'open'> & { readonly format: 'html' | 'json' },
  folder: string,
  { context: { cwd } }: Io,
): Destination {
  // Who wants to see it has it in a file, wherever the rest goes.
  return destinationOf({ format, out, isTerminal: open || process.stdout.isTTY === true, cwd, folder });
}
