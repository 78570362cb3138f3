import type { Review } from '@pawl/checkpoint';
import { EXIT_STATUS } from '../exit-status.ts';
import type { Explained } from '../explain/explained.ts';
import type { Io } from '../io.ts';
import { paintFor } from '../paint.ts';
import { waitingLine } from '../waiting-line.ts';
import type { Command } from './command.ts';

interface ExplainOptions {
  readonly what: readonly string[] | undefined;
  readonly repo: string | undefined;
  readonly target: string | undefined;
}

export const explainCommand: Command<ExplainOptions> = (io, done) => ({
  command: 'explain [what..]',
  describe: 'What a rule, a case or a finding is, and what to do about it',
  builder: (yargs) =>
    yargs
      .positional('what', {
        type: 'string',
        array: true,
        describe: 'A rule, the number of a case, an item of it as CASE:ITEM, or a fingerprint; else all rules',
      })
      .option('repo', { type: 'string', requiresArg: true, describe: 'Another repository than this folder’s' })
      .option('target', { type: 'string', requiresArg: true, describe: 'The protected branch whose lock is meant' })
      .example('$0 explain', 'All rules, by what they keep from slipping')
      .example('$0 explain lost-guard', 'One of them: why, an example, what to do')
      .example('$0 explain bandit/B602', 'A rule of a scanner: who documents it, and when it runs')
      .example('$0 explain 7a494716:2', 'The second item of a case'),
  handler: async ({ what = [], repo: directory, target }) => {
    const { explain } = await import('../explain/explain.ts');
    const explained = await explain(what.map(String), (number) => readCase(number, { directory, target }, io));
    await tell(explained, io);
    done(statusOf(explained));
  },
});

async function readCase(
  number: string | undefined,
  where: { readonly directory: string | undefined; readonly target: string | undefined },
  io: Io,
): Promise<Review> {
  const { review } = await import('@pawl/checkpoint');
  const wait = waitingLine(io);
  wait.waiting('judging the case again');
  try {
    const context = { ...io.context, scanning: wait.scanning };
    return await review({ case: number, identity: undefined, ...where }, context);
  } finally {
    wait.stop();
  }
}

async function tell(explained: Explained, io: Io): Promise<void> {
  if (io.format === 'json') {
    const { explainJson } = await import('../text/explain-json.ts');
    return io.out(explainJson(explained));
  }
  const { explainText } = await import('../text/explain-text.ts');
  const paint = await paintFor(io.colour);
  const { syntaxColour } = await import('../text/syntax-colour.ts');
  const syntax = io.colour ? { syntax: (file: string) => syntaxColour(file, paint) } : {};
  io.out(explainText(explained, paint, { columns: io.columns, ...syntax }));
}

/** Whoever asks about a case gets the answer of a review; a rule is neither well nor ill. */
function statusOf(explained: Explained): number {
  switch (explained.kind) {
    case 'stopped':
      return explained.case === undefined ? 0 : 1;
    case 'case':
    case 'finding':
      return EXIT_STATUS[explained.review.verdict.outcome];
    case 'rules':
    case 'rule':
    case 'scanner-rule':
      return 0;
  }
}
