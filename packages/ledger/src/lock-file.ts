import { randomBytes } from 'node:crypto';
import { constants, copyFile, link, mkdir, readFile, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { hasEnded, isHere, type Holder, parseHolder, thisProcess } from './lock-holder.ts';

/** How long one who writes is waited for, in milliseconds. */
const PATIENCE = 60_000;
/** Where a file cannot be linked, one who was killed while copying it left no name in it; this long a live one never takes. */
const NAMELESS = 10_000;
/** Whether a process of another machine lives cannot be asked, so it has to touch the file. */
const UNTOUCHED = 60_000;
const TOUCH_EVERY = 15_000;
/** How long to wait before trying again, a little longer each time. */
const SHORTEST_WAIT = 4;
const LONGEST_WAIT = 100;
/** How often to look whether who holds the file still lives. */
const LOOK_EVERY = 500;
const NO_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/** Nobody gave way in time. */
export class LockFileBusy extends Error {}

/**
 * Does some work while no other process does work under the same file. A file that a killed process left behind is taken away.
 *
 * @throws LockFileBusy after a minute of waiting; the system's error when the file cannot be written.
 */
export async function withLockFile<T>(file: string, work: () => Promise<T>): Promise<T> {
  const mine = JSON.stringify({ ...(await thisProcess()), nonce: randomBytes(8).toString('hex') });
  await acquire(file, mine);
  const touching = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => undefined), TOUCH_EVERY);
  touching.unref();
  try {
    const done = await work();
    await release(file, mine);
    return done;
  } catch (error) {
    // Of two failures the first one counts; a file that stays mends itself.
    await release(file, mine).catch(() => undefined);
    throw error;
  } finally {
    clearInterval(touching);
  }
}

/** Whoever was stopped for so long that others took over must not take away theirs. */
async function release(file: string, mine: string): Promise<void> {
  if ((await textOf(file)) === mine) await unlink(file).catch(unlessGone);
}

/** The file comes into being with its text in it, so that who is killed on the way leaves no file that nobody can judge. */
async function acquire(file: string, mine: string): Promise<void> {
  const started = process.uptime();
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  try {
    await writeFile(draft, mine, { flag: 'wx', mode: 0o600 });
    await untilLinked(draft, file, () => (process.uptime() - started) * 1000);
  } finally {
    // A draft that stays is rubbish; failing here would leave the file held by nobody who works.
    await unlink(draft).catch(() => undefined);
  }
}

async function untilLinked(draft: string, file: string, waited: () => number): Promise<void> {
  let looked = -LOOK_EVERY;
  for (let wait = SHORTEST_WAIT; !(await isLinked(draft, file)); wait = Math.min(wait * 1.3, LONGEST_WAIT)) {
    // Looking costs more than trying, and a hundred who look all the time leave the one who works no processor.
    if (waited() - looked > LOOK_EVERY) {
      looked = waited();
      const left = await leftBehind(file);
      if (left !== undefined) await takeAway(file, left);
      if (left !== undefined) continue;
    }
    if (waited() > PATIENCE) throw new LockFileBusy(`${file} is held by ${await textOf(file)}`);
    await delay(wait * (0.5 + Math.random()));
  }
}

async function isLinked(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      // Not every file system knows links. A copy is made of nothing too, only not at once.
      if (!NO_LINKS.has(error.code ?? '')) throw error;
      return copyFile(draft, file, constants.COPYFILE_EXCL);
    });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** What stands in a file that nobody holds any more; `undefined` where somebody does, or where it is gone. */
async function leftBehind(file: string): Promise<string | undefined> {
  const [text, stats] = await Promise.all([textOf(file), stat(file).catch(unlessGone)]);
  if (text === undefined || stats === undefined) return undefined;
  const age = Date.now() - stats.mtimeMs;
  return (await isLeft(parseHolder(text), age)) ? text : undefined;
}

async function isLeft(holder: Holder | undefined, age: number): Promise<boolean> {
  if (holder === undefined) return age > NAMELESS;
  return (await isHere(holder)) ? hasEnded(holder) : age > UNTOUCHED;
}

/**
 * Under a file of its own, and after another look: of many who see the same file left behind one removes it, and none
 * removes what somebody has put in its place since.
 */
async function takeAway(file: string, left: string): Promise<void> {
  const taking = `${file}.taking`;
  const isOurs = await writeFile(taking, '', { flag: 'wx', mode: 0o600 }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
  if (!isOurs) return removeOld(taking);
  try {
    if ((await leftBehind(file)) === left) await unlink(file).catch(unlessGone);
  } finally {
    await unlink(taking).catch(unlessGone);
  }
}

/** To remove a file takes no time: whoever left this one was killed at it. */
async function removeOld(taking: string): Promise<void> {
  const stats = await stat(taking).catch(unlessGone);
  if (stats !== undefined && Date.now() - stats.mtimeMs > NAMELESS) await unlink(taking).catch(unlessGone);
}

async function textOf(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(unlessGone);
}

function unlessGone(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
