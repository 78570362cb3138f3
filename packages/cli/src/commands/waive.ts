import type { Io } from '../io.ts';
import { paintFor } from '../paint.ts';
import { askAtTerminal } from '../terminal.ts';
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
      .options(DECISION_OPTIONS)
      .example('$0 waive 7a494716 1 --reason "the caller checks the path" --days 14', 'Accept one item for two weeks')
      .example('$0 waive --list', 'See what is waived, why and for how long')
      .example('$0 waive --revoke 1', 'Have it judged again'),
  handler: async (options) => {
    io.out(options.list ? await list(options, io) : await decide(options, io));
    done(0);
  },
});

async function list({ repo: directory, target }: WaiveOptions, io: Io): Promise<string> {
  const { listWaivers, texts } = await load();
  const waivers = await listWaivers({ directory, target }, io.context);
  if (io.format === 'json') return texts.waiversJson(waivers);
  return texts.waiversText({ ...waivers, now: io.context.now() }, await paintFor(io.colour), io.columns);
}

async function decide(options: WaiveOptions, io: Io): Promise<string> {
  const { repo: directory, target, 'sign-with': signWith, revoke: place } = options;
  const { waive, revoke, texts } = await load();
  const paint = await paintFor(io.colour);
  if (place !== undefined) {
    const revoked = await revoke({ directory, target, item: place, signWith }, io.context, askAtTerminal());
    return io.format === 'json' ? texts.revokedJson(revoked) : texts.revokedText(revoked, paint, io.columns);
  }
  const what = whatOf(options);
  const request = { directory, target, ...what, days: options.days, signWith };
  // Whoever is asked has to see what is asked, however quiet it is to be.
  const waived = await waive(request, io.context, askAtTerminal(), (item) =>
    io.err(`${texts.itemLines(item, paint, { columns: io.columns }).join('\n')}\n\n`),
  );
  const told = { ...waived, case: what.case };
  return io.format === 'json' ? texts.waivedJson(told) : texts.waivedText(told, paint, io.columns);
}

async function load() {
  const [{ listWaivers, revoke, waive }, text, json, item] = await Promise.all([
    import('@pawl/checkpoint'),
    import('../text/decision-text.ts'),
    import('../text/decision-json.ts'),
    import('../text/item-text.ts'),
  ]);
  return { listWaivers, revoke, waive, texts: { ...text, ...json, ...item } };
}

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
