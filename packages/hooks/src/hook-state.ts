import { join } from 'node:path';
import { type DispatchOptions, dispatcher, dispatchScript } from './dispatch-script.ts';
import type { FileState } from './file-state.ts';
import type { HookPlaces } from './hook-facts.ts';
import { hookFiles, type Way } from './hook-files.ts';
import type { HookGit } from './hook-git.ts';
import { PAWL_HOOKS, type PawlHook } from './hook-names.ts';
import { readFileState } from './read-file-state.ts';
import { readPrevious } from './read-hook-facts.ts';
import { readWay } from './read-way.ts';
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
  const hooksPath = await git.getConfig('core.hooksPath');
  const options = await expectedOptions({ topLevel, commonDir, hooksPath });
  const { way } = options;
  const { folder, dispatch, runner } = hookFiles(commonDir, way);
  const shared = [
    await checkFile(dispatch, dispatchScript(options)),
    checkHooksPath(hooksPath, way, folder),
    await checkRunner(runner),
  ];
  const own = await Promise.all(PAWL_HOOKS.map((hook) => checkFile(join(folder, hook), dispatcher(way), 'executable')));
  return PAWL_HOOKS.map((hook, index) => ({ hook, ...worst([own[index], ...shared]) }));
}

/** What `pawl init` would write: as it is set up now, and where that is not so any more, as it was. */
async function expectedOptions({
  topLevel,
  commonDir,
  hooksPath,
}: Pick<HookPlaces, 'topLevel' | 'commonDir'> & { readonly hooksPath: string | undefined }): Promise<DispatchOptions> {
  const { way } = await readWay(topLevel, commonDir, await readPrevious({ topLevel, commonDir, hooksPath }));
  if (way === 'beside') return { way };
  const { folder } = hookFiles(commonDir, way);
  const { scripts, folder: previous } = await readPrevious({ topLevel, commonDir, hooksPath: folder });
  return { way, scripts, previous };
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

function checkHooksPath(hooksPath: string | undefined, way: Way, folder: string): Check {
  const wanted = way === 'path' ? folder : undefined;
  if (hooksPath === wanted) return WELL;
  const said = (value: string | undefined): string => (value === undefined ? 'not set' : `"${value}"`);
  return notReached(`core.hooksPath is ${said(hooksPath)} instead of ${said(wanted)}`);
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
