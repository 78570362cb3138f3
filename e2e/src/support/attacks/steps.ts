import { join } from 'node:path';
import type { NaiveGate } from '../naive-gate.ts';
import type { Ran } from '../run.ts';
import { UNGUARDED_JS } from '../sources.ts';
import type { Attack, Played, Wanted } from './attack.ts';
import { BRANCH, type Scene } from './scene.ts';

/** What every attack wants to bring in. */
export const WORSE = { 'app.js': UNGUARDED_JS } as const;

export const COMMIT: readonly string[] = ['commit', '--quiet', '-m', 'x'];

export const push = ({ remote }: Scene): readonly string[] => ['push', '--quiet', remote, BRANCH];

/** The gates that are to be beaten, by what they look at. */
export const NAIVE = {
  files: 'a pre-commit hook that reads the changed files',
  index: 'a pre-commit hook in a clean environment that reads the diff of the index',
  push: 'a pre-push hook that scans what is new',
  fresh: 'a pre-receive hook that scans what is new',
  tip: 'a pre-receive hook that compares the tip with what was there',
  approved: 'a pre-receive hook that knows approved branches',
  waiver: 'a pre-receive hook with a waiver that ends some day',
  ci: 'a CI job that compares with the parent',
} as const satisfies Readonly<Record<string, NaiveGate>>;

/** Where nothing was refused on the way, what counts is what came to the remote. */
export function gone(ran: Ran): Played {
  return ran.status === 0 ? {} : { ran };
}

export async function send(scene: Scene, commit: string): Promise<Played> {
  return gone(await scene.send(commit));
}

/** The agent commits and pushes, with settings or variables of its own. */
export async function committedWith(
  scene: Scene,
  before: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Played> {
  await scene.stage(WORSE);
  const committed = await scene.tryGit([...before, ...COMMIT], { env });
  if (committed.status !== 0) return { ran: committed };
  return gone(await scene.tryGit([...before, ...push(scene)], { env }));
}

/** Round the hooks, in the way of a gate that has nothing else. */
export function past(beats: NaiveGate): Pick<Attack, 'wants' | 'pastHooks' | 'beats'> {
  return { wants: { check: 'N' }, pastHooks: true, beats };
}

/** Under the eyes of the hooks, which are installed and are to be misled. */
export function inHook(beats: NaiveGate, wanted: Wanted = 'N'): Pick<Attack, 'wants' | 'pastHooks' | 'beats'> {
  return { wants: { hook: wanted }, pastHooks: true, beats };
}

/** On its way into the remote, before a gate that looks at what is new there. */
export function pushed(check: Wanted, server: Wanted): Pick<Attack, 'wants' | 'beats'> {
  return { wants: { check, server }, beats: NAIVE.fresh };
}

/** Whatever git would run as a hook here. */
export async function hookFolder({ git, dir }: Scene): Promise<string> {
  return join(dir, await git('rev-parse', '--git-path', 'hooks')).replace(`${dir}${dir}`, dir);
}
