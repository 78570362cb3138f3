import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openPorcelain, readSettings } from '@pawl/git/porcelain';
import { hookState, runnerTarget } from '@pawl/hooks';
import { type Fact, reading, unlessMissing } from '../fact.ts';
import type { Place } from '../place.ts';
import type { HookFacts, LeftLock, WorktreeFacts } from './hook-facts.ts';

/** What the hooks look like from a work tree. */
export async function readHookFacts({ repository, context, version }: Place, topLevel: string): Promise<HookFacts> {
  const { commonDir } = repository;
  const [standing, settings, worktrees, installed, left] = await Promise.all([
    reading(() => hookState({ topLevel, commonDir, git: openPorcelain(topLevel) })),
    reading(async () => (await readSettings(topLevel)).filter(({ key }) => key === 'core.hookspath')),
    reading(() => readWorktrees(commonDir)),
    reading(() => installedVersion(commonDir)),
    reading(() => readLeft(commonDir, context.now())),
  ]);
  return { standing, settings, commonDir, env: context.env, worktrees, installed, version, left };
}

/** Every linked worktree that is still there. */
async function readWorktrees(commonDir: string): Promise<readonly WorktreeFacts[]> {
  const names = await namesIn(join(commonDir, 'worktrees'));
  const found = await Promise.all(
    names.map(async (name): Promise<WorktreeFacts | undefined> => {
      const pointer = await readFile(join(commonDir, 'worktrees', name, 'gitdir'), 'utf8').catch(unlessMissing);
      const path = pointer === undefined ? undefined : dirname(pointer.trimEnd());
      const isThere = path !== undefined && (await stat(path).catch(unlessMissing)) !== undefined;
      return isThere ? { path, hooksPath: await hooksPathOf(path) } : undefined;
    }),
  );
  return found.filter((each) => each !== undefined);
}

function hooksPathOf(path: string): Promise<Fact<string | undefined>> {
  return reading(() => openPorcelain(path).getConfig('core.hooksPath'));
}

/** The package that the installed hook is a part of says its version. */
async function installedVersion(
  commonDir: string,
): Promise<{ readonly version: string; readonly file: string } | undefined> {
  const runner = await readFile(join(commonDir, 'pawl', 'hook'), 'utf8').catch(unlessMissing);
  const file = runner === undefined ? undefined : runnerTarget(runner);
  if (file === undefined) return undefined;
  const manifest = await readFile(join(dirname(file), '..', '..', 'package.json'), 'utf8').catch(unlessMissing);
  const version = manifest === undefined ? undefined : /"version"\s*:\s*"([^"]{1,64})"/u.exec(manifest)?.[1];
  return version === undefined ? undefined : { version, file };
}

/** What git and we leave behind when we are killed. */
async function readLeft(commonDir: string, now: Date): Promise<readonly LeftLock[]> {
  const refs = (await filesUnder(join(commonDir, 'refs', 'pawl'))).filter((path) => path.endsWith('.lock'));
  const own = await filesUnder(join(commonDir, 'pawl', 'locks'));
  const git = ['packed-refs.lock', 'config.lock', 'HEAD.lock'].map((name) => join(commonDir, name));
  const all = [
    ...refs.map((path) => ({ path, kind: 'ref' as const })),
    ...own.map((path) => ({ path, kind: 'own' as const })),
    ...git.map((path) => ({ path, kind: 'git' as const })),
  ];
  const left = await Promise.all(
    all.map(async (each) => {
      const stats = await stat(each.path).catch(unlessMissing);
      return stats === undefined ? undefined : { ...each, age: now.getTime() - stats.mtimeMs };
    }),
  );
  return left.filter((each) => each !== undefined);
}

async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = (await readdir(folder, { withFileTypes: true }).catch(unlessMissing)) ?? [];
  const inner = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(path) : [path];
    }),
  );
  return inner.flat();
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder).catch(unlessMissing)) ?? [];
}
