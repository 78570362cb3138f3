import { mustSucceed, run } from '../run.ts';
import { EDITED_JS, GUARDED_JS } from '../sources.ts';
import { NO_HOOKS } from '../temporary-repository.ts';
import type { Attack, Played } from './attack.ts';
import { besideAt, BRANCH, cloneBeside, type Scene } from './scene.ts';
import { gone, NAIVE, pushed, WORSE } from './steps.ts';

/** One push of several refs, in the order in which a server is told of them. */
async function sendAll({ tryGit, remote }: Scene, ...refspecs: readonly string[]): Promise<Played> {
  return gone(await tryGit([...NO_HOOKS, 'push', '--quiet', remote, ...refspecs]));
}

/** One push after the other, up to the first that is refused. */
async function sendEach(scene: Scene, ...pushes: readonly (readonly [commit: string, ref: string])[]): Promise<Played> {
  for (const [commit, ref] of pushes) {
    const ran = await scene.send(commit, ref);
    if (ran.status !== 0) return { ran };
  }
  return {};
}

/** R01 to R17: history is told so that nobody looks at what came in. */
export const HISTORY_GAMES: readonly Attack[] = [
  {
    id: 'R01',
    does: 'commits are laundered through a tag',
    ...pushed('N', 'B'),
    act: async (scene) => {
      const commit = await scene.store(WORSE);
      return sendEach(scene, [commit, 'refs/tags/laundered'], [commit, `refs/heads/${BRANCH}`]);
    },
  },
  {
    id: 'R01',
    does: 'commits are laundered through a ref that nobody gates',
    ...pushed('N', 'B'),
    act: async (scene) => {
      const commit = await scene.store(WORSE);
      return sendEach(scene, [commit, 'refs/wip/laundered'], [commit, `refs/heads/${BRANCH}`]);
    },
  },
  {
    id: 'R02',
    does: 'a merge that has what neither side had',
    ...pushed('N', 'B'),
    act: async (scene) => {
      const [one, other] = [await scene.store({ 'a.md': 'a\n' }), await scene.store({ 'b.md': 'b\n' })];
      const merge = await scene.store(WORSE, { parents: [one, other] });
      const text = { 'b.md': 'b\n' };
      return gone(await scene.send(await scene.store(text, { parents: [merge] })));
    },
  },
  {
    id: 'R03',
    does: 'an octopus of clean branches that has what none had',
    ...pushed('N', 'B'),
    act: async (scene) => {
      const parents: string[] = [];
      for (const message of ['a', 'b', 'c']) parents.push(await scene.store({}, { message }));
      return gone(await scene.send(await scene.store(WORSE, { parents })));
    },
  },
  {
    id: 'R03',
    does: 'a merge by the strategy “ours” throws the fix away',
    ...pushed('B', 'B'),
    act: async (scene) => {
      const clone = await cloneBeside(scene, 'ours');
      await clone.git('checkout', '--quiet', '--detach', `${scene.fix}^`);
      await clone.git('merge', '--quiet', '-s', 'ours', '-m', 'x', 'origin/main');
      return gone(await clone.tryGit(['push', '--quiet', scene.remote, `HEAD:refs/heads/${BRANCH}`]));
    },
  },
  {
    id: 'R07',
    does: 'two branches in one push, the clean one first',
    ...pushed('N', 'B'),
    act: async (scene) => {
      const [clean, worse] = [await scene.store({ 'app.js': EDITED_JS }), await scene.store(WORSE)];
      return sendAll(scene, `${clean}:refs/heads/agent/a`, `${worse}:refs/heads/${BRANCH}`);
    },
  },
  {
    id: 'R08',
    does: 'the fix is reverted',
    wants: { check: 'N', server: 'B' },
    pastHooks: true,
    beats: NAIVE.files,
    act: async (scene) => {
      return gone(
        await scene.steps(['revert', '--no-edit', scene.fix], ['push', '--quiet', '--no-verify', scene.remote, BRANCH]),
      );
    },
  },
  {
    id: 'R09',
    does: 'a branch is approved, then amended',
    wants: { check: 'N', server: 'B' },
    beats: NAIVE.approved,
    act: async (scene) => {
      const clean = await scene.store({ 'app.js': EDITED_JS });
      mustSucceed(await scene.send(clean));
      const approve = ['--git-dir', scene.remote, 'config', 'gate.approved', `refs/heads/${BRANCH}`];
      mustSucceed(await run('git', approve, { cwd: scene.root, env: scene.env }));
      return { ...gone(await scene.send(await scene.store(WORSE))), clean };
    },
  },
  {
    id: 'R11',
    does: 'two branches, each clean, and a way from input to a file in their merge',
    ...pushed('B', 'B'),
    act: async (scene) => {
      const { reads, asks } = HALVES;
      const [one, other] = [await scene.store({ 'pages.js': reads }), await scene.store({ 'server.js': asks })];
      const merge = await scene.store({ 'pages.js': reads, 'server.js': asks }, { parents: [one, other] });
      return gone(await scene.send(merge));
    },
  },
  {
    id: 'R14',
    does: 'a hole is opened and closed in one push, with a tag in the middle',
    wants: { check: 'N', server: 'B' },
    beats: NAIVE.tip,
    act: async (scene) => {
      const worse = await scene.store(WORSE);
      const closed = await scene.store({ 'app.js': GUARDED_JS }, { parents: [worse] });
      return sendAll(scene, `${closed}:refs/heads/${BRANCH}`, `${worse}:refs/tags/v1`);
    },
  },
  {
    id: 'R16',
    does: 'a commit with the date of another year',
    wants: { check: 'N', server: 'N' },
    beats: NAIVE.waiver,
    act: async (scene) => {
      const date = '2019-01-01T00:00:00Z';
      const env = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
      return gone(await scene.send(await scene.store(WORSE, { env })));
    },
  },
  {
    id: 'R17',
    does: 'the work is offered from a fork',
    wants: { check: 'N' },
    beats: NAIVE.fresh,
    act: async (scene) => {
      const fork = besideAt(scene, 'fork.git');
      await scene.git('clone', '--quiet', '--bare', scene.remote, fork.dir);
      const commit = await scene.store(WORSE);
      await scene.git(...NO_HOOKS, 'push', '--quiet', fork.dir, `${commit}:refs/heads/${BRANCH}`);
      // The platform itself takes it over: no hook of ours is asked.
      await scene.git('--git-dir', scene.remote, 'fetch', '--quiet', fork.dir, `refs/heads/${BRANCH}:refs/pull/1/head`);
      return {};
    },
  },
];

const HALVES = {
  reads: `import { readFile } from 'node:fs/promises';

export function page(name) {
  return readFile('pages/' + name + '.txt', 'utf8');
}
`,
  asks: `import { page } from './pages.js';

export function show(req, res) {
  res.json({ text: page(req.query.name) });
}
`,
};
