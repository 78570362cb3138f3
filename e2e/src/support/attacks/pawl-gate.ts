import { join } from 'node:path';
import { LOCK } from '../locked-repository.ts';
import { mustSucceed, type Ran, run } from '../run.ts';
import { HUMAN_JSON, type JsonVerdict, verdictOf } from '../verdict-of.ts';
import { servedRepository } from '../served-repository.ts';
import type { AtTheEnd } from '../temporary-repository.ts';
import { PAWL } from '../workspace.ts';
import { BRANCH, type Scene } from './scene.ts';
import type { Played, Wanted } from './attack.ts';

export type Answer = Wanted | 'let in';

/** A person sets Pawl up, commits that and locks. */
export async function lockedByPawl(scene: Scene): Promise<undefined> {
  mustSucceed(await scene.pawl(['init']));
  await scene.git('add', '--all');
  await scene.commit('Set up Pawl');
  mustSucceed(await scene.pawl(['lock']));
  await scene.git('rev-parse', LOCK);
}

/** The same, and its own hook on the server. */
export async function servedByPawl(scene: Scene, atTheEnd: AtTheEnd): Promise<string> {
  await lockedByPawl(scene);
  return (await servedRepository(scene, { atTheEnd })).bare.dir;
}

/** For an agent that works where no hook is installed: it is not what is tested then. */
export async function withoutHooks({ git }: Scene): Promise<void> {
  await git('config', '--unset-all', 'core.hooksPath');
}

/** What a hook said by how it ended. A stop is a stop, whether it blocks or escalates. */
export function answerOfHook({ status, stderr }: Ran, wanted: Wanted): Answer {
  if (status === 0) return 'let in';
  if (!/^(?:remote: )?pawl: stopped, case [0-9a-f]{8}\./mu.test(stderr)) return 'F';
  return wanted === 'F' ? 'B' : wanted;
}

/**
 * What `pawl check` says of everything that came to a bare repository, on a machine that has seen nothing before. The worst
 * answer counts; `N` where it is, reason for reason, the answer to the plain change.
 */
export async function answerOfCheck(
  scene: Scene,
  { repo, env }: Played,
  plain: JsonVerdict | undefined,
): Promise<Answer> {
  const answers: Answer[] = [];
  for (const { name, id } of await offered(scene))
    answers.push(letterOf(await check(scene, repo ?? scene.remote, { name, id }, env), plain));
  const worst = (['N', 'B', 'F', 'E', 'let in'] as const).find((answer) => answers.includes(answer));
  if (worst === undefined) throw new Error('nothing came to the remote, so nothing was judged');
  return worst;
}

/** The verdict on the one branch of the agent. */
export async function verdictOnBranch(scene: Scene): Promise<JsonVerdict> {
  const [only] = await offered(scene);
  if (only === undefined) throw new Error('nothing came to the remote');
  return verdictOf(await check(scene, scene.remote, only));
}

interface Offered {
  readonly name: string;
  readonly id: string;
}

async function check(scene: Scene, repo: string, { name, id }: Offered, env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const state = join(scene.root, 'ci-state');
  return run(
    process.execPath,
    [PAWL, 'check', '--repo', repo, '--head', id, '--loop', name, '--tier', 'fast', ...HUMAN_JSON],
    { cwd: repo, env: { ...scene.env, XDG_STATE_HOME: state, ...env } },
  );
}

function letterOf(ran: Ran, plain: JsonVerdict | undefined): Answer {
  if (ran.status === 0) return 'let in';
  if (ran.stdout === '') return 'F';
  const { outcome, reasons } = verdictOf(ran);
  if (JSON.stringify(reasons) === JSON.stringify(plain?.reasons)) return 'N';
  return outcome === 'regression' ? 'B' : outcome === 'escalated' ? 'E' : 'F';
}

async function offered({ remote, root, env }: Scene): Promise<readonly Offered[]> {
  const args = [
    'for-each-ref',
    '--format=%(refname:lstrip=2) %(objectname)',
    'refs/heads/agent/',
    'refs/tags/',
    'refs/pull/',
  ];
  const lines = mustSucceed(await run('git', args, { cwd: root, env: { ...env, GIT_DIR: remote } })).split('\n');
  return lines.filter(Boolean).map((line) => ({ name: line.split(' ')[0] ?? BRANCH, id: line.split(' ')[1] ?? '' }));
}
