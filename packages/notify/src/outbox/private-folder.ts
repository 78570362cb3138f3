import { randomBytes } from 'node:crypto';
import { chmod, lstat, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Makes the folder where it is missing, and takes from others what they could do in it. */
export async function makePrivateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const stat = await lstat(folder);
  if (!stat.isDirectory()) throw new TypeError('the outbox is no folder of its own');
  if ((stat.mode & 0o077) !== 0) await chmod(folder, 0o700);
}

/** Whoever is killed meanwhile leaves the old file or the new one, and a draft that nobody reads. */
export async function replaceFile(folder: string, name: string, text: string): Promise<void> {
  const draft = join(folder, `${name}.${randomBytes(6).toString('hex')}.draft`);
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, join(folder, name));
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Whether it came into being now: of many who create it at once, one gets `true`. */
export async function createFile(folder: string, name: string): Promise<boolean> {
  try {
    const handle = await open(join(folder, name), 'wx', 0o600);
    await handle.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Puts a file where nobody takes it for one of ours; an earlier one of this name stays. */
export async function moveAside(folder: string, name: string): Promise<string> {
  const aside = join(folder, 'damaged');
  await mkdir(aside, { recursive: true, mode: 0o700 });
  const target = join(aside, `${name}.${randomBytes(4).toString('hex')}`);
  await rename(join(folder, name), target);
  return target;
}

/** `undefined` where it is not there; else the milliseconds since 1970 when it was last written. */
export async function writtenAt(folder: string, name: string): Promise<number | undefined> {
  try {
    return (await lstat(join(folder, name))).mtimeMs;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
