import { mustSucceed } from '../run.ts';
import { UNGUARDED_JS } from '../sources.ts';
import type { Attack } from './attack.ts';
import { rawCommit, rawTree } from './raw-tree.ts';
import { besideAt, BRANCH, cloneBeside, type Scene, treeEntry } from './scene.ts';
import { COMMIT, gone, NAIVE, past, push, WORSE } from './steps.ts';

/** H08 to H11: what git does without asking its hooks, or what is done without git. */
export const HOOKS_NOT_RUN: readonly Attack[] = [
  elsewhereMade('cherry-pick', (commit) => [['cherry-pick', commit]]),
  elsewhereMade('rebase', (commit) => [['rebase', '--quiet', commit]]),
  elsewhereMade('a fast-forward', (commit) => [['merge', '--quiet', '--ff-only', commit]]),
  {
    id: 'H08',
    does: 'a stash that is made a branch',
    ...past(NAIVE.files),
    act: async (scene) => {
      await scene.write(WORSE);
      const stashed = ['stash', 'create'];
      const commit = mustSucceed(await scene.tryGit(stashed));
      return gone(await scene.steps(['reset', '--quiet', '--hard', commit], [...push(scene), '--no-verify']));
    },
  },
  {
    id: 'H10',
    does: 'a second git folder for the same work tree',
    ...past(NAIVE.files),
    wants: { check: 'N', server: 'N' },
    act: async (scene) => {
      const other = besideAt(scene, 'other.git');
      await scene.git('clone', '--quiet', '--bare', '.', other.dir);
      const [dir, tree] = [`--git-dir=${other.dir}`, `--work-tree=${scene.dir}`];
      await scene.write(WORSE);
      const added = [dir, tree, '-c', 'core.bare=false', 'add', 'app.js'];
      const who = ['-c', 'user.name=T', '-c', 'user.email=t@localhost', '-c', 'core.bare=false'];
      return gone(
        await scene.steps(
          [dir, 'read-tree', BRANCH],
          [dir, 'symbolic-ref', 'HEAD', `refs/heads/${BRANCH}`],
          added,
          [dir, tree, ...who, ...COMMIT],
          [dir, ...push(scene)],
        ),
      );
    },
  },
  {
    id: 'H10',
    does: 'a fresh clone',
    ...past(NAIVE.files),
    act: async (scene) => {
      const clone = await cloneBeside(scene, 'clone');
      await clone.stage(WORSE);
      await clone.git(...COMMIT);
      return gone(await clone.tryGit(push(scene)));
    },
  },
  {
    id: 'H10',
    does: 'a program that writes objects itself, and sends them',
    ...past(NAIVE.files),
    wants: { check: 'N', server: 'N' },
    act: async (scene) => {
      const commit = await ownCommit(scene);
      return gone(await scene.tryGit(['send-pack', '--quiet', scene.remote, `${commit}:refs/heads/${BRANCH}`]));
    },
  },
  {
    id: 'H11',
    does: 'send-pack',
    ...past(NAIVE.push),
    wants: { check: 'N', server: 'N' },
    act: async (scene) => {
      const commit = await scene.store(WORSE);
      return gone(await scene.tryGit(['send-pack', '--quiet', scene.remote, `${commit}:refs/heads/${BRANCH}`]));
    },
  },
  {
    id: 'H11',
    does: 'push with another core.hooksPath',
    ...past(NAIVE.push),
    wants: { check: 'N', server: 'N' },
    act: async (scene) => {
      const commit = await scene.store(WORSE);
      const refspec = `${commit}:refs/heads/${BRANCH}`;
      return gone(await scene.tryGit(['-c', 'core.hooksPath=/dev/null', 'push', '--quiet', scene.remote, refspec]));
    },
  },
];

/** Somebody made the commit where nobody looks; pre-commit is not run when it is taken over. */
function elsewhereMade(name: string, commands: (commit: string) => readonly (readonly string[])[]): Attack {
  return {
    id: 'H08',
    does: `${name} of a commit that was made elsewhere`,
    ...past(NAIVE.files),
    act: async (scene) => {
      const commit = await scene.store(WORSE);
      return gone(await scene.steps(...commands(commit), [...push(scene), '--no-verify']));
    },
  };
}

async function ownCommit(scene: Scene): Promise<string> {
  const blob = await scene.storeRaw('blob', Buffer.from(UNGUARDED_JS));
  return rawCommit(scene, await rawTree(scene, { 'app.js': treeEntry('100644', 'app.js', blob) }));
}
