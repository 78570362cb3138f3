import { paintFor } from '../paint.ts';
import { askAtTerminal } from '../terminal.ts';
import { releasedText } from '../text/decision-text.ts';
import type { Command } from './command.ts';
import { DECISION_OPTIONS, type DecisionOptions } from './decision-options.ts';

interface ReleaseOptions extends DecisionOptions {
  readonly case: string;
  readonly reason: string;
}

export const releaseCommand: Command<ReleaseOptions> = (io, done) => ({
  command: 'release <case>',
  describe: 'For a person: let a stopped loop go on',
  builder: (yargs) =>
    yargs
      .positional('case', { type: 'string', demandOption: true, describe: 'The number of the case' })
      .option('reason', { type: 'string', requiresArg: true, demandOption: true, describe: 'Why, in a sentence' })
      .options(DECISION_OPTIONS),
  handler: async ({ case: number, reason, repo, target, 'sign-with': signWith }) => {
    const { release } = await import('@pawl/checkpoint');
    const request = { case: number, reason, directory: repo, target, signWith };
    io.out(releasedText(await release(request, io.context, askAtTerminal()), await paintFor(io.colour)));
    done(0);
  },
});
