import type { HookStatus } from '@pawl/hooks';
import { broken, type Found, note, ok, unknown } from '../check-up.ts';
import { isUnread } from '../fact.ts';
import { INSTALL, quoted } from '../mend.ts';
import { counted } from '../plural.ts';
import { checkEnvironment } from './check-environment.ts';
import { checkSetting } from './check-setting.ts';
import type { HookFacts, LeftLock } from './hook-facts.ts';

/** Whether git reaches Pawl: from here, from every worktree, and with what behind it. */
export function checkHooks(facts: HookFacts): readonly Found[] {
  return [
    checkInstalled(facts),
    ...checkSetting(facts),
    checkEnvironment(facts),
    ...checkWorktrees(facts),
    ...checkTool(facts),
    checkLeft(facts),
  ];
}

function checkInstalled({ standing }: HookFacts): Found {
  if (isUnread(standing))
    return unknown('hooks-installed', `the hooks cannot be looked at: ${standing.unread}`, standing.next ?? INSTALL);
  const failing = standing.is.filter(({ state }) => state !== 'installed');
  const names = (of: readonly HookStatus[]): string => of.map(({ hook }) => hook).join(', ');
  const [first] = failing;
  if (first === undefined) return ok('hooks-installed', `${names(standing.is)}: git reaches each`);
  const which =
    failing.length === standing.is.length ? 'git reaches no hook of Pawl' : `git does not reach ${names(failing)}`;
  const isNew = failing.every(({ state }) => state === 'missing');
  return broken('hooks-installed', `${which}: ${first.why}`, isNew ? 'npx pawl init' : INSTALL);
}

function checkWorktrees({ worktrees, standing, settings }: HookFacts): readonly Found[] {
  if (isUnread(worktrees))
    return [unknown('hooks-worktrees', `the worktrees cannot be listed: ${worktrees.unread}`, 'git worktree list')];
  if (worktrees.is.length === 0) return [];
  // Where git does not look in the right place from here, the comparison says nothing.
  if (isUnread(settings) || isUnread(standing)) return [];
  const here = settings.is.at(-1)?.value;
  const odd = worktrees.is.flatMap(({ path, hooksPath }): readonly Found[] => {
    if (isUnread(hooksPath))
      return [
        unknown(
          'hooks-worktrees',
          `${path} cannot be asked: ${hooksPath.unread}`,
          `git -C ${quoted(path)} config core.hooksPath`,
        ),
      ];
    if (hooksPath.is === here) return [];
    const where = hooksPath.is === undefined ? 'its default folder' : hooksPath.is;
    return [
      broken(
        'hooks-worktrees',
        `in the worktree ${path} git looks for hooks in ${where}, so work there is not judged`,
        `git -C ${quoted(path)} config --worktree --unset-all core.hooksPath`,
      ),
    ];
  });
  if (odd.length > 0) return odd;
  return [ok('hooks-worktrees', `${counted(worktrees.is.length, 'linked worktree')}, with the same hooks`)];
}

function checkTool({ installed, version }: HookFacts): readonly Found[] {
  if (isUnread(installed))
    return [unknown('hooks-tool', `the version behind the hooks cannot be read: ${installed.unread}`, INSTALL)];
  // That nothing is behind them is told as "not installed".
  if (installed.is === undefined) return [];
  // Under Plug'n'Play node sees into archives, so here all looks well; git starts a node that does not.
  if (/\.zip\//u.test(installed.is.file))
    return [
      broken(
        'hooks-tool',
        `the hooks start ${installed.is.file}, which lies in an archive, so every commit is refused`,
        `nodeLinker: node-modules in .yarnrc.yml, yarn install, then ${INSTALL}`,
      ),
    ];
  if (installed.is.version === version) return [ok('hooks-tool', `the hooks start pawl ${version}`)];
  return [
    broken(
      'hooks-tool',
      `the hooks start pawl ${installed.is.version}, and this is pawl ${version}: they may answer otherwise`,
      INSTALL,
    ),
  ];
}

/** No process of ours or of git's holds a lock file for so long without touching it. */
const STALE_MS = 60_000;

function checkLeft({ left }: HookFacts): Found {
  if (isUnread(left))
    return unknown('locks-left', `the git folder cannot be searched: ${left.unread}`, 'look at its owner: ls -la .git');
  const stale = left.is.filter(({ age }) => age > STALE_MS);
  const blocking = stale.filter(({ kind }) => kind !== 'own');
  const [first] = blocking;
  if (first !== undefined)
    return broken(
      'locks-left',
      `${counted(blocking.length, 'lock file')} of a process that was killed: ${first.path}; ${consequenceOf(first)}`,
      `when no git is running: rm ${blocking.map(({ path }) => quoted(path)).join(' ')}`,
    );
  if (stale.length > 0)
    return note(
      'locks-left',
      `${counted(stale.length, 'lock file')} of Pawl left by a killed process: the next one takes it away`,
    );
  return ok('locks-left', 'no process left a lock file behind');
}

function consequenceOf({ kind }: LeftLock): string {
  return kind === 'ref'
    ? 'while it is there nothing can be recorded, so nothing passes'
    : 'git cannot work as long as it is there';
}
