import { availableParallelism } from 'node:os';
import { benchNews, type ShownBench } from '../bench-news.ts';
import { paintFor } from '../paint.ts';
import { UsageError } from '../usage-error.ts';
import { VERSION } from '../version.ts';
import type { Command } from './command.ts';

interface BenchOptions {
  readonly repo: string | undefined;
  readonly commits: number | undefined;
  readonly since: string | undefined;
  readonly range: string | undefined;
  readonly fixes: string | undefined;
  readonly 'max-fixes': number;
  readonly tier: 'fast' | 'full';
  readonly jobs: number | undefined;
  readonly timeout: number;
  readonly fresh: boolean;
  readonly audience: 'auto' | 'agent' | 'human';
}

const COMMITS = 200;

export const benchCommand: Command<BenchOptions> = (io, done) => ({
  command: 'bench',
  describe: 'What the gate would have said of your past commits, before you adopt it',
  builder: (yargs) =>
    yargs
      .option('repo', {
        type: 'string',
        requiresArg: true,
        describe: 'Another repository than this folder’s; it may be bare',
      })
      .option('commits', {
        type: 'number',
        requiresArg: true,
        describe: `So many of the last commits, without merges; ${COMMITS}, unless --since or --range says which`,
      })
      .option('since', {
        type: 'string',
        requiresArg: true,
        describe: 'Only commits after a date: 2026-01-31, "3 months ago"',
      })
      .option('range', { type: 'string', requiresArg: true, describe: 'Only the commits of A..B' })
      .option('fixes', {
        type: 'string',
        requiresArg: true,
        describe:
          'Your past security fixes: a file with one commit a line, or COMMIT,COMMIT; or none. Else they are found by what was written of them',
      })
      .option('max-fixes', {
        type: 'number',
        requiresArg: true,
        default: 50,
        describe: 'At most so many of those found',
      })
      .option('tier', {
        choices: ['fast', 'full'] as const,
        default: 'full' as const,
        describe: 'How much is examined: fast is what a commit waits for',
      })
      .option('jobs', {
        type: 'number',
        requiresArg: true,
        describe: 'So many processes at once; else one for each core',
      })
      .option('timeout', {
        type: 'number',
        requiresArg: true,
        default: 300,
        describe: 'So many seconds for one commit; what takes longer could not be told',
      })
      .option('fresh', {
        type: 'boolean',
        default: false,
        describe: 'Judge everything again, also what an earlier run judged',
      })
      .option('audience', {
        choices: ['auto', 'agent', 'human'] as const,
        default: 'auto' as const,
        describe: 'Who reads it: an agent learns only that it is done',
      })
      .example('$0 bench', `Judge the last ${COMMITS} commits and the security fixes of all time`)
      .example(
        '$0 bench --commits 500 --jobs 2',
        'More commits, in two processes; what was judged before is not judged again',
      )
      .example('$0 bench --fixes 1a2b3c4,5d6e7f8', 'Put these fixes back, and no others')
      .example('$0 bench --format json --audience human > bench.json', 'Every figure and every commit, for a script')
      .epilogue(
        'Nothing is written into the repository. Exit status: 0 when it is done, whatever it found; 2 when it could not be done.',
      ),
  handler: async (options) => {
    const [{ bench, forAgent }, { audienceOf, repositoryOf }, { benchText, benchForAgentText }, { benchJson }] =
      await Promise.all([
        import('@pawl/bench'),
        import('@pawl/checkpoint'),
        import('../text/bench-text.ts'),
        import('../text/bench-json.ts'),
      ]);
    const { repo, since, range, fixes, tier, fresh, jobs } = options;
    const isBounded = since !== undefined || range !== undefined;
    const request = {
      directory: repo,
      commits: counted('commits', options.commits ?? (isBounded ? undefined : COMMITS)),
      since,
      range,
      fixes,
      maxFixes: counted('max-fixes', options['max-fixes']),
      tier,
      jobs: counted('jobs', jobs ?? availableParallelism()),
      timeoutMs: counted('timeout', options.timeout) * 1000,
      fresh,
    };
    const repository = await repositoryOf(io.context, repo);
    const branch = await repository.branch();
    const audience =
      options.audience === 'auto'
        ? audienceOf({ env: io.context.env, branch, terminal: io.context.terminal })
        : options.audience;
    const news: ShownBench = await benchNews(io);
    try {
      const report = await bench(request, io.context, news, VERSION);
      news.stop();
      const told = audience === 'agent' ? forAgent(report) : report;
      if (io.format === 'json') io.out(benchJson(told));
      else
        io.out(
          told.audience === 'agent'
            ? benchForAgentText(told, io.columns)
            : benchText(told, await paintFor(io.colour), io.columns),
        );
      done(0);
    } finally {
      news.stop();
    }
  },
});

function counted<Count extends number | undefined>(flag: string, count: Count): Count {
  if (count === undefined || (Number.isSafeInteger(count) && count > 0)) return count;
  throw new UsageError('usage', `--${flag} is a whole number from 1 on`, { next: 'pawl bench --help' });
}
