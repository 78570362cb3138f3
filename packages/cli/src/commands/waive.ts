import { paintFor } from '../paint.ts';
import { askAtTerminal } from '../terminal.ts';
import { revokedText, waivedText, waiversText } from '../text/decision-text.ts';
import { itemLines } from '../text/review-text.ts';
import { UsageError } from '../usage-error.ts';
import type { Command } from './command.ts';
import { DECISION_OPTIONS, type DecisionOptions } from './decision-options.ts';

interface WaiveOptions extends DecisionOptions {
  readonly case: string | undefined;
  readonly item: number | undefined;
  readonly reason: string | undefined;
  readonly days: number;
  readonly list: boolean | undefined;
  readonly revoke: number | undefined;
}

export const waiveCommand: Command<WaiveOptions> = (io, done) => ({
  command: 'waive [case] [item]',
  describe: 'For a person: accept one item of a case for some days',
  builder: (yargs) =>
    yargs
      .positional('case', { type: 'string', describe: 'The number of the case' })
      .positional('item', { type: 'number', describe: 'The number of the item, as pawl review shows it' })
      .option('reason', { type: 'string', requiresArg: true, describe: 'Why, in a sentence' })
      .option('days', { type: 'number', requiresArg: true, default: 30, describe: 'How long, at most 90' })
      .option('list', { type: 'boolean', describe: 'Show what is waived' })
      .option('revoke', {
        type: 'number',
        requiresArg: true,
        describe: 'Take back a waiver, by its number in the list',
      })
      .conflicts('list', 'revoke')
      .options(DECISION_OPTIONS),
  handler: async (options) => {
    const { listWaivers, revoke, waive } = await import('@pawl/checkpoint');
    const { repo: directory, target, 'sign-with': signWith, revoke: place } = options;
    const desk = { directory, target };
    const paint = await paintFor(io.colour);
    if (options.list) {
      io.out(waiversText(await listWaivers(desk, io.context), paint));
    } else if (place !== undefined) {
      io.out(revokedText(await revoke({ ...desk, item: place, signWith }, io.context, askAtTerminal()), paint));
    } else {
      const request = { ...desk, ...whatOf(options), days: options.days, signWith };
      const waived = await waive(request, io.context, askAtTerminal(), (item) =>
        io.err(`${itemLines(item, paint).join('\n')}\n\n`),
      );
      io.out(waivedText(waived, paint));
    }
    done(0);
  },
});

function whatOf({ case: number, item, reason }: WaiveOptions): {
  readonly case: string;
  readonly item: number;
  readonly reason: string;
} {
  if (number !== undefined && item !== undefined && reason !== undefined) return { case: number, item, reason };
  throw new UsageError('usage', 'say which case, which item of it and why: pawl waive CASE ITEM --reason "…"', {
    next: 'see both numbers: pawl review',
  });
}
