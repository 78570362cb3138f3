import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { FileState } from './file-state.ts';
import type { HookFacts, HookPlaces } from './hook-facts.ts';
import { hookFiles, type Way } from './hook-files.ts';
import type { HookGit } from './hook-git.ts';
import { HUSKY_HOOKS, PAWL_HOOKS, SCRIPTED_HOOKS, type ScriptedHook } from './hook-names.ts';
import { type HooksPathFacts, type PreviousHooks, previousHooks } from './previous-hooks.ts';
import { readFileState, readProjectFile } from './read-file-state.ts';
import { readWay } from './read-way.ts';
import { usesLintStaged } from './uses-lint-staged.ts';

/** Reads what is there. Writes nothing; throws a `HooksError` where what is there could not be kept. */
export async function readHookFacts(places: HookPlaces, git: HookGit): Promise<HookFacts> {
  const { topLevel, commonDir, hookFile } = places;
  const hooksPath = await git.getConfig('core.hooksPath');
  const previous = await readPrevious({ topLevel, commonDir, hooksPath });
  const chosen = await readWay(topLevel, commonDir, previous);
  const chained =
    previous.folder === undefined ? new Map<string, FileState>() : await readHooks(resolve(topLevel, previous.folder));
  const manifest = await readProjectFile(join(topLevel, 'package.json'), topLevel);
  return {
    ...places,
    hooksPath,
    previous,
    ...chosen,
    previousHooks: [...chained.keys()],
    previousPreCommit: chained.get('pre-commit')?.bytes.toString(),
    own: await readOwn(commonDir, chosen.way, [...chained.keys()]),
    scripts: await readScripts(topLevel, previous.scripts),
    manifest,
    hookFileExists: (await readFileState(hookFile)) !== undefined,
    usesLintStaged: usesLintStaged(await readdir(topLevel), manifest?.bytes.toString()),
    huskyReady: (await readFileState(join(topLevel, previous.scripts, '_', 'h'))) !== undefined,
    huskyOff: process.env['HUSKY'] === '0',
  };
}

async function readScripts(topLevel: string, folder: string): Promise<HookFacts['scripts']> {
  const read = async (hook: ScriptedHook) =>
    [hook, await readProjectFile(join(topLevel, folder, hook), topLevel)] as const;
  return Object.fromEntries(await Promise.all(SCRIPTED_HOOKS.map(read))) as HookFacts['scripts'];
}

/** Which hooks fired before Pawl: see {@link previousHooks}. */
export async function readPrevious({
  commonDir,
  ...rest
}: Omit<HooksPathFacts, 'recorded' | 'home'>): Promise<PreviousHooks> {
  const record = await readFileState(hookFiles(commonDir, 'path').record);
  const recorded = record?.bytes.toString().replace(/\n$/u, '');
  return previousHooks({ ...rest, commonDir, recorded, home: homedir() });
}

/** The hooks that git would run from a folder: executable files that are no samples. */
async function readHooks(folder: string): Promise<ReadonlyMap<string, FileState>> {
  const found = new Map<string, FileState>();
  for (const name of await listFolder(folder)) {
    if (!/^[a-z][a-z0-9-]*$/u.test(name)) continue;
    const file = await readFileState(join(folder, name));
    if (file?.executable) found.set(name, file);
  }
  return found;
}

async function readOwn(
  commonDir: string,
  way: Way,
  chained: readonly string[],
): Promise<ReadonlyMap<string, FileState | undefined>> {
  const { folder, dispatch, runner, record } = hookFiles(commonDir, way);
  const names = way === 'path' ? [...HUSKY_HOOKS, ...PAWL_HOOKS, ...chained] : PAWL_HOOKS;
  const hooks = [...new Set<string>(names)].map((name) => join(folder, name));
  const entries = [record, runner, dispatch, ...hooks].map(async (path) => [path, await readFileState(path)] as const);
  return new Map(await Promise.all(entries));
}

/** The names in a folder; none where there is no such folder, which is what git makes of it too. */
async function listFolder(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() || entry.isSymbolicLink())
      .map((entry) => entry.name)
      .sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return [];
    throw error;
  }
}
