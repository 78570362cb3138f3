import { chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UNGUARDED_JS } from '../sources.ts';
import type { Attack } from './attack.ts';
import { BRANCH } from './scene.ts';
import { COMMIT, committedWith, gone, hookFolder, NAIVE, past, push, send, WORSE } from './steps.ts';

/** H01 to H06: the hooks are there, and git is told to pass them over. */
export const HOOKS_SWITCHED_OFF: readonly Attack[] = [
  {
    id: 'H01',
    does: 'commit -n, then push --no-verify',
    ...past(NAIVE.files),
    wants: { check: 'N', server: 'N' },
    act: async (scene) => {
      await scene.stage(WORSE);
      return gone(await scene.steps([...COMMIT, '-n'], [...push(scene), '--no-verify']));
    },
  },
  {
    id: 'H01',
    does: 'push --no-verify where only the push is judged',
    ...past(NAIVE.push),
    act: async (scene) => {
      await scene.stage(WORSE);
      return gone(await scene.steps([...COMMIT, '-n'], [...push(scene), '--no-verify']));
    },
  },
  { id: 'H02', does: 'HUSKY=0', ...past(NAIVE.files), act: (scene) => committedWith(scene, [], { HUSKY: '0' }) },
  {
    id: 'H02',
    does: 'a start-up file of husky that exits',
    ...past(NAIVE.files),
    act: async (scene) => {
      await mkdir(join(scene.root, 'home/.config/husky'), { recursive: true });
      await writeFile(join(scene.root, 'home/.config/husky/init.sh'), 'exit 0\n');
      return committedWith(scene, []);
    },
  },
  {
    id: 'H03',
    does: 'the scripts of the hooks are deleted',
    ...past(NAIVE.files),
    act: async (scene) => {
      for (const name of ['pre-commit', 'pre-push']) await rm(join(scene.dir, '.husky', name), { force: true });
      return committedWith(scene, []);
    },
  },
  {
    id: 'H03',
    does: 'the deletion of a hook, committed',
    wants: { check: 'E' },
    beats: NAIVE.ci,
    act: async (scene) => {
      await scene.git('rm', '--quiet', '--force', '.githooks/pre-commit');
      await scene.git(...COMMIT, '-n');
      return send(scene, 'HEAD');
    },
  },
  {
    id: 'H04',
    does: 'the hooks may no longer be run',
    ...past(NAIVE.files),
    act: async (scene) => {
      const folder = await hookFolder(scene);
      for (const name of await readdir(folder)) await chmod(join(folder, name), 0o644);
      return committedWith(scene, []);
    },
  },
  {
    id: 'H04',
    does: 'a tracked hook loses its permission to run, and nothing else',
    wants: { check: 'E' },
    beats: NAIVE.ci,
    act: async (scene) => {
      await scene.git('update-index', '--chmod=-x', '.githooks/pre-commit');
      await scene.git(...COMMIT, '-n');
      return send(scene, 'HEAD');
    },
  },
  ...hooksPaths(),
  {
    id: 'H06',
    does: 'commit-tree and update-ref',
    ...past(NAIVE.files),
    act: async (scene) => {
      const moved = ['update-ref', `refs/heads/${BRANCH}`, await scene.store(WORSE)];
      return gone(await scene.steps(moved, [...push(scene), '--no-verify']));
    },
  },
  {
    id: 'H06',
    does: 'fast-import',
    ...past(NAIVE.files),
    act: async (scene) => {
      const input = [
        `commit refs/heads/${BRANCH}`,
        'committer T <t@localhost> 1700000000 +0000',
        'data 1\nx',
        `from refs/heads/${BRANCH}^0`,
        `M 100644 inline app.js\ndata ${Buffer.byteLength(UNGUARDED_JS)}\n${UNGUARDED_JS}`,
        '',
      ].join('\n');
      const imported = await scene.tryGit(['fast-import', '--quiet', '--force'], { input });
      return gone(imported.status === 0 ? await scene.tryGit([...push(scene), '--no-verify']) : imported);
    },
  },
  {
    id: 'H06',
    does: 'a ref that is written as a file',
    ...past(NAIVE.files),
    act: async (scene) => {
      const commit = await scene.store(WORSE);
      await writeFile(join(scene.dir, '.git/refs/heads', BRANCH), `${commit}\n`);
      return gone(await scene.tryGit([...push(scene), '--no-verify']));
    },
  },
];

/** Where git looks for hooks is said in many places, and none of them needs a permission. */
function hooksPaths(): readonly Attack[] {
  const nowhere = '/dev/null';
  const byEnv = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'core.hooksPath', GIT_CONFIG_VALUE_0: nowhere };
  const row = (does: string, act: Attack['act']): Attack => ({
    id: 'H05',
    does: `core.hooksPath ${does}`,
    ...past(NAIVE.files),
    act,
  });
  return [
    row('by -c', (scene) => committedWith(scene, ['-c', `core.hooksPath=${nowhere}`])),
    row('by GIT_CONFIG_COUNT', (scene) => committedWith(scene, [], byEnv)),
    row('by GIT_CONFIG_PARAMETERS', (scene) =>
      committedWith(scene, [], { GIT_CONFIG_PARAMETERS: `'core.hooksPath=${nowhere}'` }),
    ),
    row('by the global configuration, with the local one gone', async (scene) => {
      await scene.git('config', '--global', 'core.hooksPath', nowhere);
      await scene.git('config', '--unset-all', 'core.hooksPath');
      return committedWith(scene, []);
    }),
    row('by the configuration of a worktree', async (scene) => {
      await scene.git('config', 'extensions.worktreeConfig', 'true');
      await scene.git('config', '--worktree', 'core.hooksPath', nowhere);
      return committedWith(scene, []);
    }),
  ];
}
