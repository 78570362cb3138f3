import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BEFORE, MARK } from './hook-script.ts';

export interface HookChange {
  /** A file, or the name of a setting. */
  readonly path: string;
  readonly action: 'created' | 'updated' | 'moved' | 'removed' | 'unchanged';
  readonly why: string;
}

const NAME = 'pre-receive';
const WHY = 'judges every push';

/** What has to change for the hook to be this one. */
export async function hookChanges(hooks: string, script: string): Promise<readonly HookChange[]> {
  const path = join(hooks, NAME);
  const present = await textOf(path);
  if (present === undefined) return [{ path, action: 'created', why: WHY }];
  if (!isOurs(present))
    return [
      { path: join(hooks, BEFORE), action: 'moved', why: 'the hook that was there; it runs first' },
      { path, action: 'created', why: WHY },
    ];
  const isSame = present === script && (await isExecutable(path));
  return [{ path, action: isSame ? 'unchanged' : 'updated', why: WHY }];
}

/** In one rename, so that no push meets half a hook; what was there is put aside first and keeps running until then. */
export async function writeHook(hooks: string, script: string): Promise<void> {
  await mkdir(hooks, { recursive: true });
  const path = join(hooks, NAME);
  const present = await textOf(path);
  const draft = join(hooks, `${NAME}.${randomUUID()}.tmp`);
  await writeFile(draft, script, { flag: 'wx' });
  await chmod(draft, 0o755);
  if (present !== undefined && !isOurs(present)) await rename(path, join(hooks, BEFORE));
  await rename(draft, path);
}

/** Takes our hook away, and puts back the one that was there before. */
export async function removalOf(hooks: string, isDry: boolean): Promise<readonly HookChange[]> {
  const [path, before] = [join(hooks, NAME), join(hooks, BEFORE)];
  const present = await textOf(path);
  if (present === undefined || !isOurs(present)) return [{ path, action: 'unchanged', why: 'not a hook of Pawl' }];
  const hasBefore = (await textOf(before)) !== undefined;
  if (!isDry) await (hasBefore ? rename(before, path) : rm(path));
  return hasBefore
    ? [{ path, action: 'updated', why: 'the hook that was there before' }]
    : [{ path, action: 'removed', why: 'no push is judged any more' }];
}

function isOurs(text: string): boolean {
  return text.split('\n', 2)[1] === MARK;
}

async function isExecutable(path: string): Promise<boolean> {
  return ((await stat(path)).mode & 0o111) !== 0;
}

async function textOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
