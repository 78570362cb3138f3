import { paintFor } from '../paint.ts';
import { askAtTerminal } from '../terminal.ts';
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
      .options(DECISION_OPTIONS)
      .example(
        '$0 release 7a494716 --reason "the guard has to come back"',
        'Let the loop go on; you are asked to confirm',
      )
      .example(
        '$0 release 7a494716 --reason "mended" --sign-with ~/.ssh/pawl',
        'The same, with your signature under it',
      ),
  handler: async ({ case: number, reason, repo, target, 'sign-with': signWith }) => {
    const [{ release }, { releasedText }, { releasedJson }] = await Promise.all([
      import('@pawl/checkpoint'),
      import('../text/decision-text.ts'),
      import('../text/decision-json.ts'),
    ]);
    const request = { case: number, reason, directory: repo, target, signWith };
    const released = await release(request, io.context, askAtTerminal());
    io.out(
      io.format === 'json' ? releasedJson(released) : releasedText(released, await paintFor(io.colour), io.columns),
    );
    done(0);
  },
});
