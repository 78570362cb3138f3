import { EXIT_STATUS } from '../exit-status.ts';
import type { Io } from '../io.ts';
import { type CodePaint, paintFor } from '../paint.ts';
import { tellOwed } from '../tell-owed.ts';
import type { Screen } from '../text/code-text.ts';
import { owedLines } from '../text/notify-text.ts';
import { waitingLine } from '../waiting-line.ts';
import type { Command } from './command.ts';

interface ReviewOptions {
  readonly case: string | undefined;
  readonly repo: string | undefined;
  readonly target: string | undefined;
  readonly format: 'text' | 'json';
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
      .option('format', { choices: ['text', 'json'] as const, default: 'text' as const, describe: 'How to answer' }),
  handler: async ({ case: number, repo, target, format, identity }) => {
    const [{ review }, texts] = await Promise.all([import('@pawl/checkpoint'), loadTexts()]);
    const wait = waitingLine(io);
    try {
      const read = await review(
        { case: number, directory: repo, target, identity },
        { ...io.context, scanning: wait.scanning },
      );
      wait.stop();
      if (read.kind === 'agent') {
        io.out(texts.stoppedText(read.case, format));
        await tellOwed({ repo, target, audience: 'agent' }, io);
        done(read.case === undefined ? 0 : 1);
      } else {
        const paint = await paintFor(io.colour);
        if (format === 'json') io.out(texts.reviewJson(read));
        else
          io.out(
            read.kind === 'list'
              ? texts.casesText(read.cases, paint)
              : texts.reviewText(read, paint, await screenFor(paint, io)),
          );
        const owed = await tellOwed({ repo, target, audience: 'human' }, io);
        if (owed !== undefined)
          io.err(
            owedLines(owed, paint)
              .map((line) => `${line}\n`)
              .join(''),
          );
        done(read.kind === 'case' ? EXIT_STATUS[read.verdict.outcome] : read.cases.length === 0 ? 0 : 1);
      }
    } finally {
      wait.stop();
    }
  },
});

/** On less than this nobody reads code, in columns. */
const NARROWEST = 40;

async function screenFor(paint: CodePaint, { colour }: Io): Promise<Screen> {
  const { isTTY, columns: width } = process.stdout;
  // A terminal that was never told its size says 0.
  const columns = isTTY && width >= NARROWEST ? width : undefined;
  if (!colour) return { columns };
  const { syntaxColour } = await import('../text/syntax-colour.ts');
  return { columns, syntax: (file) => syntaxColour(file, paint) };
}

async function loadTexts() {
  const [text, json, agent] = await Promise.all([
    import('../text/review-text.ts'),
    import('../text/review-json.ts'),
    import('../text/stopped-text.ts'),
  ]);
  return { ...text, ...json, ...agent };
}
