import { paintFor } from '../paint.ts';
import { progressBar } from '../progress.ts';
import { UsageError } from '../usage-error.ts';
import type { Command } from './command.ts';

interface VerifyOptions {
  readonly repo: string | undefined;
  readonly sample: number | undefined;
  readonly recompute: boolean;
  readonly format: 'text' | 'json';
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
      .option('format', { choices: ['text', 'json'] as const, default: 'text' as const, describe: 'How to answer' })
      .epilogue('Exit status: 0 all holds, 1 something was tampered with, 2 could not tell.'),
  handler: async ({ repo, sample, recompute, format }) => {
    if (sample !== undefined && !(Number.isSafeInteger(sample) && sample > 0))
      throw new UsageError('usage', '--sample takes a whole number from 1', { next: 'pawl verify --sample 20' });
    const [{ verify }, { verifyJson, verifyResult, verifyText }] = await Promise.all([
      import('@pawl/checkpoint'),
      import('../text/verify-text.ts'),
    ]);
    const bar = await progressBar('Verifying', io.context.terminal);
    try {
      const asked = { directory: repo, recompute: recompute ? (sample ?? 'all') : 'none' } as const;
      const verified = await verify(asked, io.context, bar.update);
      bar.stop();
      io.out(format === 'json' ? verifyJson(verified) : verifyText(verified, await paintFor(io.colour)));
      done(STATUS[verifyResult(verified)]);
    } finally {
      bar.stop();
    }
  },
});

const STATUS = { holds: 0, broken: 1, unknown: 2 } as const;
