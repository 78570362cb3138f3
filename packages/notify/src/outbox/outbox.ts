import { constants } from 'node:fs';
import { open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { underClaim } from './claim.ts';
import { makePrivateFolder, moveAside, replaceFile, writtenAt } from './private-folder.ts';
import { keyOf, parseTask, readKey, type Task, taskText } from './task.ts';

/** What one megabyte that was sealed takes in base64, and the rest. */
const LARGEST = 2_000_000;
/** More than were ever owed at once; a folder that somebody filled up must not take the memory. */
const MOST = 1000;

/** The folder of what is still owed: `<case>.<channel>.<stop>.json`, and `.sent` for what was told. */
export interface Outbox {
  /** One that was told is not owed again, also where another process told it while this one wrote it down. */
  readonly put: (task: Task) => Promise<void>;
  /** `undefined` where nothing is owed under this key. One that is damaged is moved aside and counts as nothing. */
  readonly get: (key: string) => Promise<Task | undefined>;
  readonly keys: () => Promise<readonly string[]>;
  readonly remove: (key: string) => Promise<void>;
  readonly wasSent: (key: string) => Promise<boolean>;
  /** Notes first that it was sent: who is killed between the two owes nothing. */
  readonly settle: (key: string) => Promise<void>;
  readonly underClaim: <T>(key: string, now: number, work: () => Promise<T>) => Promise<T | 'taken'>;
}

/** `onDamaged` is told where a file lies that was moved aside. @throws the system's error where the folder can be neither made nor made private. */
export async function openOutbox(folder: string, onDamaged: (path: string) => void = () => undefined): Promise<Outbox> {
  await makePrivateFolder(folder);
  const remove = (key: string): Promise<void> => rm(join(folder, `${key}.json`), { force: true });
  const wasSent = async (key: string): Promise<boolean> => (await writtenAt(folder, `${key}.sent`)) !== undefined;
  return {
    put: async (task) => {
      const key = keyOf(task.channel, task.notice);
      await replaceFile(folder, `${key}.json`, taskText(task));
      // Asked afterwards: who tells it notes that first and removes then, so that one of the two removes this one.
      if (await wasSent(key)) await remove(key);
    },
    get: async (key) => {
      const text = await textOf(join(folder, `${key}.json`));
      if (text === undefined) return undefined;
      const task = parseTask(text, key);
      if (task === undefined) onDamaged(await moveAside(folder, `${key}.json`));
      return task;
    },
    keys: async () => (await readdir(folder)).flatMap(keyIn).sort().slice(0, MOST),
    remove,
    wasSent,
    settle: async (key) => {
      await replaceFile(folder, `${key}.sent`, '');
      await remove(key);
    },
    underClaim: (key, now, work) => underClaim(folder, key, now, work),
  };
}

/** A name that is none of ours belongs to somebody else and stays. */
function keyIn(name: string): readonly string[] {
  const key = name.slice(0, -'.json'.length);
  return name.endsWith('.json') && readKey(key) !== undefined ? [key] : [];
}

/** `undefined` where it is not there; nothing that could be a task where it is a link, a pipe or too large. */
async function textOf(file: string): Promise<string | undefined> {
  try {
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    try {
      const stat = await handle.stat();
      return stat.isFile() && stat.size <= LARGEST ? await handle.readFile('utf8') : '';
    } finally {
      await handle.close();
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    if (code === 'ELOOP' || code === 'EMLINK') return '';
    throw error;
  }
}
