import { mkdir, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** No cache lies in here: whoever writes the judged files would write what is found in them. */
  readonly outside: string;
  /** A cache of its own beside the common one, so that what fills that pushes nothing out of it. */
  readonly apart?: 'bench';
}

/**
 * The folder of the cache, made where it is missing: `$XDG_CACHE_HOME/pawl/v1`, or its default
 * (https://specifications.freedesktop.org/basedir-spec/latest/). `undefined` where there is none that only this user can
 * write.
 */
export async function cacheFolder({ env, outside, apart }: Surroundings): Promise<string | undefined> {
  const home = env['XDG_CACHE_HOME'];
  const root = home !== undefined && isAbsolute(home) ? home : join(env['HOME'] ?? homedir(), '.cache');
  try {
    const folder = join(root, 'pawl', apart === undefined ? 'v1' : `${apart}-v1`);
    if (isInside(root, await realpath(outside))) return undefined;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const real = await realpath(folder);
    // Who may write the folder above could put another one in its place.
    const isOurs = (await isPrivate(real)) && (await isPrivate(dirname(real)));
    return isOurs && !isInside(real, await realpath(outside)) ? real : undefined;
  } catch {
    return undefined;
  }
}

async function isPrivate(folder: string): Promise<boolean> {
  const { uid, mode } = await stat(folder);
  const isOurs = process.getuid === undefined || uid === process.getuid();
  return isOurs && (process.platform === 'win32' || (mode & 0o022) === 0);
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
