import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

export interface MirrorOptions {
  /** A folder with `<owner>+<name>/repo`, bare or with a `.git` in it. It is only read. */
  readonly folder?: string | undefined;
  /** Where fetched projects are kept, in the same layout. */
  readonly cache?: string | undefined;
  /** Whether to clone a project that is in neither. */
  readonly fetch?: boolean | undefined;
  /** Default: `https://github.com/`. */
  readonly origin?: string | undefined;
}

/** Gives the object folder of a project, or one sentence that says why there is none. */
export type Mirrors = (repo: string) => Promise<{ readonly objects: string } | { readonly why: string }>;

export const DEFAULT_CACHE: string = join(
  process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'),
  'pawl-drift-bench',
);

export function openMirrors(options: MirrorOptions): Mirrors {
  const { folder, cache = DEFAULT_CACHE, fetch = false, origin = 'https://github.com/' } = options;
  return async (repo) => {
    const name = repo.replace('/', '+');
    const here = [...(folder === undefined ? [] : [folder]), cache].map((place) => join(resolve(place), name, 'repo'));
    const found = here.flatMap((place) => objectsOf(place) ?? [])[0];
    if (found !== undefined) return { objects: found };
    if (!fetch) return { why: `${repo} is in no mirror and was not to be fetched` };
    return clone(`${origin}${repo}`, join(resolve(cache), name));
  };
}

/** Looked for by name: to ask git would read the configuration of the mirror. */
function objectsOf(place: string): string | undefined {
  return [join(place, '.git', 'objects'), join(place, 'objects')].find((objects) => existsSync(objects));
}

/** Into a folder beside its place, so that a clone that was broken off is never taken for a mirror. */
async function clone(url: string, place: string): Promise<{ readonly objects: string } | { readonly why: string }> {
  await mkdir(place, { recursive: true });
  const part = await mkdtemp(join(place, 'part-'));
  try {
    await promisify(execFile)('git', ['clone', '--quiet', '--bare', url, part], {
      env: { ...process.env, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
    });
    await rename(part, join(place, 'repo'));
    return { objects: join(place, 'repo', 'objects') };
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    const { stderr, message } = error as { readonly stderr?: string; readonly message: string };
    return { why: `${url} could not be cloned: ${(stderr ?? message).trim().split('\n').at(-1)}` };
  }
}
