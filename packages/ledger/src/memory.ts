import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { LedgerError } from './ledger-error.ts';

/** The highest lock that was seen here, per protected branch. */
export type Memory = Readonly<Record<string, { readonly sequence: number; readonly commit: string }>>;

/**
 * Remembers outside the repository which locks were seen in it, because what lies in a repository proves nothing about
 * itself: a lock that was deleted or put back to an older one must not look like "no lock yet" (L03, L14).
 */
export interface LockMemory {
  recall(): Promise<Memory>;
  remember(target: string, sequence: number, commit: string): Promise<void>;
}

export function openMemory(commonDir: string, env: NodeJS.ProcessEnv): LockMemory {
  const folder = stateFolder(env);
  const file = join(folder, `${createHash('sha256').update(commonDir).digest('hex').slice(0, 32)}.json`);
  const recall = async (): Promise<Memory> => {
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw unusable(file, error);
    });
    return text === undefined ? {} : parseMemory(text, file);
  };
  const remember = async (target: string, sequence: number, commit: string): Promise<void> => {
    const known = await recall();
    const seen = known[target];
    if (seen !== undefined && (seen.sequence > sequence || (seen.sequence === sequence && seen.commit === commit)))
      return;
    const next = {
      schema: 'pawl/memory@1',
      repository: commonDir,
      locks: { ...known, [target]: { sequence, commit } },
    };
    const draft = `${file}.${process.pid}`;
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(draft, `${JSON.stringify(next, null, 2)}\n`, { mode: 0o600 });
      await rename(draft, file);
    } catch (error) {
      throw unusable(file, error);
    }
  };
  return { recall, remember };
}

/** `$XDG_STATE_HOME/pawl`, or its default: https://specifications.freedesktop.org/basedir-spec/latest/ */
function stateFolder(env: NodeJS.ProcessEnv): string {
  const state = env['XDG_STATE_HOME'];
  return join(
    state !== undefined && isAbsolute(state) ? state : join(env['HOME'] ?? homedir(), '.local', 'state'),
    'pawl',
  );
}

function parseMemory(text: string, file: string): Memory {
  try {
    const value = JSON.parse(text) as { readonly schema?: unknown; readonly locks?: unknown };
    const locks = value.locks;
    if (value.schema !== 'pawl/memory@1' || typeof locks !== 'object' || locks === null)
      throw new Error('unknown content');
    for (const seen of Object.values(locks) as { readonly sequence?: unknown; readonly commit?: unknown }[]) {
      if (!Number.isSafeInteger(seen.sequence) || typeof seen.commit !== 'string') throw new Error('unknown content');
    }
    return locks as Memory;
  } catch (error) {
    throw unusable(file, error);
  }
}

function unusable(file: string, cause: unknown): LedgerError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const isBlocked = cause instanceof Error && 'code' in cause;
  return new LedgerError('memory-unusable', `the record of locks seen on this machine cannot be used: ${reason}`, {
    next: isBlocked
      ? `make ${dirname(file)} a folder that can be written, or name another one in XDG_STATE_HOME`
      : `a person looks at ${file}; without it the next lock is trusted as the first one: mv "${file}" "${file}.old"`,
    cause,
  });
}
