import { EXIT_STATUS } from '../exit-status.ts';
import { paintFor } from '../paint.ts';
import type { Command } from './command.ts';

interface CheckOptions {
  readonly repo: string | undefined;
  readonly base: string | undefined;
  readonly head: string | undefined;
  readonly target: string | undefined;
  readonly tier: 'fast' | 'full';
  readonly only: 'invariants' | 'scanners' | undefined;
  readonly format: 'text' | 'json' | 'sarif';
  readonly audience: 'auto' | 'agent' | 'human';
}

export const checkCommand: Command<CheckOptions> = (io, done) => ({
  command: 'check',
  describe: 'Judge the index, a commit or any two revisions',
  builder: (yargs) =>
    yargs
      .option('repo', {
        type: 'string',
        requiresArg: true,
        describe: 'Another repository than this folder’s; it may be bare',
      })
      .option('base', { type: 'string', requiresArg: true, describe: 'Compare with this revision instead of the lock' })
      .option('head', { type: 'string', requiresArg: true, describe: 'Judge this revision instead of the index' })
      .option('target', { type: 'string', requiresArg: true, describe: 'The protected branch whose lock is meant' })
      .option('tier', {
        choices: ['fast', 'full'] as const,
        default: 'full' as const,
        describe: 'How much is examined',
      })
      .option('only', { choices: ['invariants', 'scanners'] as const, describe: 'Judge only a part' })
      .option('format', {
        choices: ['text', 'json', 'sarif'] as const,
        default: 'text' as const,
        describe: 'How to answer',
      })
      .option('audience', {
        choices: ['auto', 'agent', 'human'] as const,
        default: 'auto' as const,
        describe: 'Who reads it: an agent learns only that it stopped',
      })
      .example('$0 check', 'Judge what is staged against the lock')
      .example('$0 check --base main --head HEAD', 'Compare two revisions, without a lock'),
  handler: async ({ repo, base, head, target, tier, only, format, audience }) => {
    const [{ check }, { renderVerdict }] = await Promise.all([import('@pawl/checkpoint'), import('@pawl/report')]);
    const checked = await check({ directory: repo, base, head, target, tier, only, audience }, io.context);
    io.out(
      renderVerdict(checked.verdict, {
        format,
        audience: checked.audience,
        case: checked.case,
        paint: await paintFor(io.colour),
      }),
    );
    done(EXIT_STATUS[checked.verdict.outcome]);
  },
});
