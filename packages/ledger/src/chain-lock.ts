import { createHash } from 'node:crypto';
import { stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { LedgerError } from './ledger-error.ts';
import { LockFileBusy, withLockFile } from './lock-file.ts';

/** A git that lives holds the lock of a ref for milliseconds. */
const ABANDONED = 10_000;

/**
 * Lets one process at a time append to the chain under a ref. Compare-and-swap alone lost entries when git packed refs
 * meanwhile; it comes on top. What `kill -9` left behind, of ours or of git, is mended first.
 *
 * @throws LedgerError `chain-busy` after a minute of waiting, `store-unusable` where nothing can be written.
 */
export async function withChainLock<T>(commonDir: string, ref: string, work: () => Promise<T>): Promise<T> {
  const name = createHash('sha256').update(ref).digest('hex').slice(0, 32);
  let isWorking = false;
  try {
    return await withLockFile(join(commonDir, 'pawl', 'locks', `${name}.lock`), async () => {
      await removeAbandoned(join(commonDir, `${ref}.lock`));
      isWorking = true;
      const done = await work();
      isWorking = false;
      return done;
    });
  } catch (error) {
    throw isWorking ? error : notHeld(ref, error);
  }
}

/** git would fail for ever over a lock that a killed git left. Only we write these refs, and we hold our own lock. */
async function removeAbandoned(file: string): Promise<void> {
  for (;;) {
    const stats = await stat(file).catch(unlessGone);
    if (stats === undefined) return;
    if (Date.now() - stats.mtimeMs > ABANDONED) return void (await unlink(file).catch(unlessGone));
    await delay(50);
  }
}

function notHeld(ref: string, cause: unknown): LedgerError {
  if (cause instanceof LockFileBusy)
    return new LedgerError('chain-busy', `others have been writing to ${ref} for a minute: ${cause.message}`, {
      next: 'run the command again once they are done',
      cause,
    });
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new LedgerError('store-unusable', `nothing can be written beside ${ref}: ${reason}`, {
    next: 'make the git folder writable, with space left, and run the command again',
    cause,
  });
}

function unlessGone(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
