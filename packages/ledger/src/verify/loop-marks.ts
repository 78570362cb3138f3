import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LedgerError } from '../ledger-error.ts';
import { withLockFile } from '../lock-file.ts';
import { parseStrictJson } from '../strict-json.ts';
import { stateFolder } from '../user-folders.ts';
import { writePrivateFile } from '../write-private-file.ts';

/** The newest checkpoint of a loop that was seen on this machine. */
export interface LoopMark {
  readonly loop: string;
  readonly sequence: number;
  readonly commit: string;
}

/**
 * Remembers outside the repository how far each loop had come: a chain that was cut behind a stop is whole in itself, and
 * nothing in the repository tells that it was longer.
 */
export interface LoopMarks {
  recall(loop: string): Promise<LoopMark | undefined>;
  list(): Promise<readonly LoopMark[]>;
  /** Only goes up. */
  remember(mark: LoopMark): Promise<void>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** One small file a loop, so that a hundred loops at once do not wait for each other. */
export function openLoopMarks(commonDir: string, env: Environment): LoopMarks {
  const folder = join(stateFolder(env), `${nameOf(commonDir)}.loops`);
  const fileOf = (loop: string): string => join(folder, `${nameOf(loop)}.json`);
  return {
    recall: (loop) => guarded(folder, () => readMark(fileOf(loop), loop)),
    list: () => guarded(folder, () => listMarks(folder)),
    remember: (mark) =>
      guarded(folder, () =>
        withLockFile(`${fileOf(mark.loop)}.lock`, async () => {
          const known = await readMark(fileOf(mark.loop), mark.loop);
          if (known !== undefined && known.sequence >= mark.sequence) return;
          await writePrivateFile(fileOf(mark.loop), `${JSON.stringify({ schema: SCHEMA, ...mark }, null, 2)}\n`);
        }),
      ),
  };
}

const SCHEMA = 'pawl/loop-mark@1';

function nameOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

async function listMarks(folder: string): Promise<readonly LoopMark[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = names.filter((name) => /^[0-9a-f]{32}\.json$/u.test(name)).sort();
  const marks = await Promise.all(files.map((name) => readMark(join(folder, name))));
  return marks.filter((mark) => mark !== undefined);
}

async function readMark(file: string, loop?: string): Promise<LoopMark | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const mark = parseStrictJson(text) as Partial<LoopMark & { readonly schema: string }> | null;
  const isMark =
    mark?.schema === SCHEMA &&
    typeof mark.loop === 'string' &&
    Number.isSafeInteger(mark.sequence) &&
    typeof mark.commit === 'string';
  if (!isMark || (loop !== undefined && mark.loop !== loop)) throw new Error(`${file} is not what was written`);
  const { loop: of, sequence, commit } = mark as LoopMark;
  return { loop: of, sequence, commit };
}

/** What cannot be read must not look like "nothing seen". */
async function guarded<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new LedgerError('memory-unusable', `the record of loops seen on this machine cannot be used: ${why}`, {
      next: `a person looks at ${folder}; without it every chain is believed as it stands: mv "${folder}" "${folder}.old"`,
      cause,
    });
  }
}
