import type { Review } from '@pawl/checkpoint';
import { EXIT_STATUS } from '../exit-status.ts';
import type { Io } from '../io.ts';
import { type CodePaint, paintFor } from '../paint.ts';
import { type Owed, tellOwed } from '../tell-owed.ts';
import type { Screen } from '../text/code-text.ts';
import { waitingLine } from '../waiting-line.ts';
import type { Command } from './command.ts';

interface ReviewOptions {
  readonly case: string | undefined;
  readonly repo: string | undefined;
  readonly target: string | undefined;
  readonly identity: string | undefined;
}

export const reviewCommand: Command<ReviewOptions> = (io, done) => ({
  command: 'review [case]',
  describe: 'For a person: what stopped the loop, item by item, and how it can be decided',
  builder: (yargs) =>
    yargs
      .positional('case', { type: 'string', describe: 'The number of a case; else the open one, or a list' })
      .option('repo', { type: 'string', requiresArg: true, describe: 'Another repository than this folder’s' })
      .option('target', { type: 'string', requiresArg: true, describe: 'The protected branch whose lock is meant' })
      .option('identity', {
        type: 'string',
        requiresArg: true,
        describe: 'Your age identity file, to open logs that were sealed for you',
      })
      .example('$0 review', 'Read the open case, or see which there are')
      .example('$0 review 7a494716', 'Read one: what slipped, the code before and after, how to decide')
      .example('$0 review 7a494716 --format json', 'The same for a program of yours'),
  handler: async ({ case: number, repo, target, identity }) => {
    const { review } = await import('@pawl/checkpoint');
    const wait = waitingLine(io);
    try {
      const request = { case: number, directory: repo, target, identity };
      wait.waiting('judging the case again');
      const read = await review(request, { ...io.context, scanning: wait.scanning });
      wait.stop();
      done(await (read.kind === 'agent' ? tellAgent(read.case, io) : tellPerson(read, io)));
      await tellOwedPeople({ repo, target, audience: read.kind === 'agent' ? 'agent' : 'human' }, io);
    } finally {
      wait.stop();
    }
  },
});

async function tellAgent(number: string | undefined, io: Io): Promise<number> {
  const { stoppedJson, stoppedText } = await import('../text/stopped-text.ts');
  io.out(io.format === 'json' ? stoppedJson(number) : stoppedText(number));
  return number === undefined ? 0 : 1;
}

async function tellPerson(read: Exclude<Review, { readonly kind: 'agent' }>, io: Io): Promise<number> {
  const [{ casesText }, { reviewText }, { reviewJson }] = await Promise.all([
    import('../text/cases-text.ts'),
    import('../text/review-text.ts'),
    import('../text/review-json.ts'),
  ]);
  const paint = await paintFor(io.colour);
  if (io.format === 'json') io.out(reviewJson(read));
  else if (read.kind === 'list') io.out(casesText(read.cases, paint, io.columns));
  else io.out(reviewText(read, paint, await screenFor(paint, io)));
  if (read.kind === 'case') return EXIT_STATUS[read.verdict.outcome];
  return read.cases.length === 0 ? 0 : 1;
}

/** Whoever looks at a case has time for what people were not told of yet. */
async function tellOwedPeople(asked: Owed, io: Io): Promise<void> {
  const owed = await tellOwed(asked, io);
  if (owed === undefined) return;
  const { owedLines } = await import('../text/notify-text.ts');
  const lines = owedLines(owed, await paintFor(io.colour), io.columns);
  io.note(lines.map((line) => `${line}\n`).join(''));
}

async function screenFor(paint: CodePaint, { colour, columns }: Io): Promise<Screen> {
  if (!colour) return { columns };
  const { syntaxColour } = await import('../text/syntax-colour.ts');
  return { columns, syntax: (file) => syntaxColour(file, paint) };
}
