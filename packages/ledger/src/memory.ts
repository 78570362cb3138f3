import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Assurance, higher } from './assurance.ts';
import { LedgerError } from './ledger-error.ts';
import { withLockFile } from './lock-file.ts';
import { EMPTY_MEMORY, type Mark, type Memory, readMemory, writeMemory } from './memory-document.ts';
import { stateFolder } from './user-folders.ts';
import { writePrivateFile } from './write-private-file.ts';

/** A lock that was found to be good. */
export interface Seen extends Mark {
  readonly repository: string;
  readonly target: string;
  readonly assurance: Assurance;
  /** The signer, as a line of an anchor, where nobody but the memory vouches for the key. */
  readonly signer?: string;
}

/**
 * Remembers outside the repository which locks were seen in it, because what lies in a repository proves nothing about
 * itself: a lock that was deleted or put back to an older one must not look like "no lock yet" (L03, L14).
 */
export interface LockMemory {
  /** Where it lies, for people. */
  readonly place: string;
  recall(): Promise<Memory>;
  /** Only adds: the first repository and signer stay, and so do the highest sequences and the highest assurance. */
  remember(seen: Seen): Promise<void>;
  /** The absolute path of a key that was signed with. */
  rememberKeyFile(path: string): Promise<void>;
  /** A person asks for no more than this from now on. */
  settleFor(assurance: Assurance): Promise<void>;
}

export function openMemory(commonDir: string, env: Readonly<Record<string, string | undefined>>): LockMemory {
  const name = createHash('sha256').update(commonDir).digest('hex').slice(0, 32);
  const file = join(stateFolder(env), `${name}.json`);
  const recall = async (): Promise<Memory> => {
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw unusable(file, error);
    });
    return text === undefined ? EMPTY_MEMORY : readOrRefuse(text, file);
  };
  /** Reads again under a lock: of two processes that remember at once neither may lose what the other saw. */
  const change = async (next: (known: Memory) => Memory): Promise<void> => {
    try {
      await withLockFile(`${file}.lock`, async () => {
        const known = await recall();
        const after = next(known);
        if (after !== known) await writePrivateFile(file, writeMemory(after, commonDir));
      });
    } catch (error) {
      throw error instanceof LedgerError ? error : unusable(file, error);
    }
  };
  return {
    place: file,
    recall,
    remember: (seen) => change((known) => withSeen(known, seen)),
    rememberKeyFile: (path) =>
      change((known) =>
        known.keyFiles.includes(path) ? known : { ...known, keyFiles: [...known.keyFiles, path].sort() },
      ),
    settleFor: (assurance) => change((known) => ({ ...known, assurance })),
  };
}

function withSeen(known: Memory, seen: Seen): Memory {
  const { repository, target, sequence, commit, isSigned, assurance, signer } = seen;
  const mark = known.locks.get(target);
  const isNewer = mark === undefined || mark.sequence < sequence;
  return {
    ...known,
    repository: known.repository ?? repository,
    assurance: higher(known.assurance, assurance),
    signers: known.signers.length > 0 || signer === undefined ? known.signers : [signer],
    locks: isNewer ? new Map([...known.locks, [target, { sequence, commit, isSigned }]]) : known.locks,
  };
}

function readOrRefuse(text: string, file: string): Memory {
  try {
    return readMemory(text);
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
