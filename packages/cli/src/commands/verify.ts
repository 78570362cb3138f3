import { paintFor } from '../paint.ts';
import { progressBar } from '../progress.ts';
import { UsageError } from '../usage-error.ts';
import type { Command } from './command.ts';

interface VerifyOptions {
  readonly repo: string | undefined;
  readonly sample: number | undefined;
  readonly recompute: boolean;
}

export const verifyCommand: Command<VerifyOptions> = (io, done) => ({
  command: 'verify',
  describe: 'Check the whole ledger from its root of trust, and recompute what was judged',
  builder: (yargs) =>
    yargs
      .option('repo', { type: 'string', requiresArg: true, describe: 'Another repository than this folder’s' })
      .option('sample', { type: 'number', requiresArg: true, describe: 'Recompute only so many, picked at random' })
      .option('recompute', {
        type: 'boolean',
        default: true,
        describe: 'Judge again what was judged; --no-recompute only checks links, digests and signatures',
      })
      .example('$0 verify', 'Check every link and signature, and judge again what was judged')
      .example('$0 verify --sample 20', 'Judge only twenty again: every day in CI')
      .example('$0 verify --no-recompute', 'Links, digests and signatures only: seconds')
      .epilogue('Exit status: 0 all holds, 1 something was tampered with, 2 could not tell.'),
  handler: async ({ repo, sample, recompute }) => {
    if (sample !== undefined && !(Number.isSafeInteger(sample) && sample > 0))
      throw new UsageError('usage', '--sample takes a whole number from 1', { next: 'pawl verify --sample 20' });
    const [{ verify }, { verifyJson, verifyResult, verifyText }] = await Promise.all([
      import('@pawl/checkpoint'),
      import('../text/verify-text.ts'),
    ]);
    const bar = await progressBar('Verifying', io.progress);
    try {
      const asked = { directory: repo, recompute: recompute ? (sample ?? 'all') : 'none' } as const;
      const verified = await verify(asked, io.context, bar.update);
      bar.stop();
      io.out(io.format === 'json' ? verifyJson(verified) : verifyText(verified, await paintFor(io.colour), io.columns));
      done(STATUS[verifyResult(verified)]);
    } finally {
      bar.stop();
    }
  },
});

const STATUS = { holds: 0, broken: 1, unknown: 2 } as const;
