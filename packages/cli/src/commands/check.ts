import { exitStatusOf } from '../exit-status.ts';
import { paintFor } from '../paint.ts';
import { tellPeople } from '../tell-people.ts';
import { waitingLine } from '../waiting-line.ts';
import type { Command } from './command.ts';

interface CheckOptions {
  readonly repo: string | undefined;
  readonly base: string | undefined;
  readonly head: string | undefined;
  readonly target: string | undefined;
  readonly tier: 'fast' | 'full';
  readonly only: 'invariants' | 'scanners' | undefined;
  readonly format: string | undefined;
  readonly audience: 'auto' | 'agent' | 'human';
  readonly sarif: readonly string[];
  readonly 'base-sarif': readonly string[];
  readonly cache: boolean;
  readonly loop: string | undefined;
  readonly identity: string | undefined;
  readonly 'sign-as': string | undefined;
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
      // Beside what every command knows.
      .option('format', { choices: ['sarif'] as const })
      .option('audience', {
        choices: ['auto', 'agent', 'human'] as const,
        default: 'auto' as const,
        describe: 'Who reads it: an agent learns only that it stopped',
      })
      .option('sarif', {
        type: 'string',
        array: true,
        nargs: 1,
        default: [] as string[],
        describe: 'What another tool found in what is judged; may be given again',
      })
      .option('base-sarif', {
        type: 'string',
        array: true,
        nargs: 1,
        default: [] as string[],
        describe: 'What it found in --base; without --base the lock knows',
      })
      .option('cache', {
        type: 'boolean',
        default: true,
        describe: 'Use what was found before; --no-cache scans everything again',
      })
      .option('loop', {
        type: 'string',
        requiresArg: true,
        describe: 'The loop that this is a checkpoint of; else the branch that is checked out',
      })
      .option('identity', {
        type: 'string',
        requiresArg: true,
        describe: 'Who asks, as a server authenticated it: a stop holds for all loops of an identity',
      })
      .option('sign-as', {
        type: 'string',
        requiresArg: true,
        describe: 'For a verifier: the private key that signs the checkpoint',
      })
      .example('$0 check', 'Judge what is staged against the lock')
      .example('$0 check --base main --head HEAD', 'Compare two revisions, without a lock')
      .example('$0 check --head HEAD --format sarif', 'Judge a commit, for a viewer of SARIF')
      .example('$0 check --tier fast', 'Judge what is staged as a commit hook does'),
  handler: async ({ format: wanted, repo, sarif: logs, 'base-sarif': baseLogs, 'sign-as': signAs, ...asked }) => {
    const [{ check, originOf }, { besideVerdict, renderVerdict }] = await Promise.all([
      import('@pawl/checkpoint'),
      import('@pawl/report'),
    ]);
    const format = wanted === 'sarif' ? wanted : io.format;
    const { base, head, target, tier, only, audience, cache, loop, identity } = asked;
    const wait = waitingLine(io);
    wait.waiting('judging');
    try {
      const checked = await check(
        { directory: repo, base, head, target, tier, only, audience, cache, logs, baseLogs, loop, identity, signAs },
        { ...io.context, scanning: wait.scanning },
      );
      wait.stop();
      io.out(
        renderVerdict(checked.verdict, {
          format,
          audience: checked.audience,
          case: checked.case,
          evidence: checked.evidence,
          remote: format === 'sarif' ? await originOf(repo, io.context) : undefined,
          paint: await paintFor(io.colour),
          columns: io.columns,
        }),
      );
      if (checked.audience === 'human') io.note(besideVerdict(checked, io.columns));
      await tellPeople([checked], io);
      done(exitStatusOf(checked));
    } finally {
      wait.stop();
    }
  },
});
