import { EXIT_STATUS } from '../exit-status.ts';
import { paintFor } from '../paint.ts';
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
        done(read.case === undefined ? 0 : 1);
      } else {
        const paint = await paintFor(io.colour);
        if (format === 'json') io.out(texts.reviewJson(read));
        else io.out(read.kind === 'list' ? texts.casesText(read.cases, paint) : texts.reviewText(read, paint));
        done(read.kind === 'case' ? EXIT_STATUS[read.verdict.outcome] : read.cases.length === 0 ? 0 : 1);
      }
    } finally {
      wait.stop();
    }
  },
});

async function loadTexts() {
  const [text, json, agent] = await Promise.all([
    import('../text/review-text.ts'),
    import('../text/review-json.ts'),
    import('../text/stopped-text.ts'),
  ]);
  return { ...text, ...json, ...agent };
}
