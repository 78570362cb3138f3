import { join } from 'node:path';
import { DISPATCHER, dispatchScript } from './dispatch-script.ts';
import type { FileState } from './file-state.ts';
import type { HookPlaces } from './hook-facts.ts';
import { hookFiles } from './hook-files.ts';
import type { HookGit } from './hook-git.ts';
import { PAWL_HOOKS, type PawlHook } from './hook-names.ts';
import { readFileState } from './read-file-state.ts';
import { readPrevious } from './read-hook-facts.ts';
import { runnerTarget } from './runner-script.ts';

/**
 * `installed`: git reaches Pawl from this work tree. `not-reached`: the files are there, but git or the tool behind them is
 * not where they say, or they are not what this version writes. `missing`: never set up here, or taken away.
 */
export type HookStanding = 'installed' | 'not-reached' | 'missing';

export interface HookStatus {
  readonly hook: PawlHook;
  readonly state: HookStanding;
  /** One plain sentence; empty when all is well. */
  readonly why: string;
}

export type HookStateOptions = Pick<HookPlaces, 'topLevel' | 'commonDir'> & { readonly git: HookGit };

/** Which of Pawl's hooks git would reach from this work tree. For people to read: it proves nothing, the server does. */
export async function hookState({ topLevel, commonDir, git }: HookStateOptions): Promise<readonly HookStatus[]> {
  const { folder, dispatch, runner } = hookFiles(commonDir);
  const hooksPath = await git.getConfig('core.hooksPath');
  const { scripts, folder: previous } = await readPrevious({ topLevel, commonDir, hooksPath: folder });
  const expected = dispatchScript({ scripts, previous });
  const shared = [await checkFile(dispatch, expected), checkHooksPath(hooksPath, folder), await checkRunner(runner)];
  const own = await Promise.all(PAWL_HOOKS.map((hook) => checkFile(join(folder, hook), DISPATCHER, 'executable')));
  return PAWL_HOOKS.map((hook, index) => ({ hook, ...worst([own[index], ...shared]) }));
}

type Check = Omit<HookStatus, 'hook'>;

const WELL: Check = { state: 'installed', why: '' };

function worst(checks: readonly (Check | undefined)[]): Check {
  const failed = checks.filter((check) => check !== undefined).filter(({ state }) => state !== 'installed');
  return failed.find(({ state }) => state === 'missing') ?? failed[0] ?? WELL;
}

async function checkFile(path: string, expected: string, mode?: 'executable'): Promise<Check> {
  const file = await readFileState(path);
  if (file === undefined) return missing(path);
  if (mode === 'executable' && !file.executable) return notReached(`${path} is not executable, so git ignores it`);
  return sameText(file, expected) ? WELL : notReached(`${path} is not what this version of Pawl writes`);
}

function checkHooksPath(hooksPath: string | undefined, folder: string): Check {
  if (hooksPath === folder) return WELL;
  return notReached(
    `core.hooksPath is ${hooksPath === undefined ? 'not set' : `"${hooksPath}"`} instead of "${folder}"`,
  );
}

/** The runner names paths of this machine, so what counts is that it leads to a hook that exists. */
async function checkRunner(path: string): Promise<Check> {
  const file = await readFileState(path);
  if (file === undefined) return missing(path);
  const target = runnerTarget(file.bytes.toString());
  if (target === undefined) return notReached(`${path} is not what this version of Pawl writes`);
  return (await readFileState(target)) === undefined ? notReached(`the installed hook ${target} does not exist`) : WELL;
}

function sameText({ bytes }: FileState, text: string): boolean {
  return bytes.equals(Buffer.from(text));
}

function missing(path: string): Check {
  return { state: 'missing', why: `${path} does not exist` };
}

function notReached(why: string): Check {
  return { state: 'not-reached', why };
}
