import { appendFile, mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { mustSucceed } from '../run.ts';
import { GUARDED_JS, UNGUARDED_JS } from '../sources.ts';
import type { Attack, Played } from './attack.ts';
import { besideAt, BRANCH, cloneBeside, program, type Scene } from './scene.ts';
import { COMMIT, gone, inHook, NAIVE, pushed, send, WORSE } from './steps.ts';

/** G01 to G06, G16 and G17: git is made to look elsewhere, or to show something else than is stored. */
export const GIT_MISLED: readonly Attack[] = [
  {
    id: 'G01',
    does: 'the bad file is staged and the good one put back',
    ...inHook(NAIVE.files),
    act: async (scene) => {
      await scene.stage(WORSE);
      await scene.write({ 'app.js': GUARDED_JS });
      return { ran: await scene.tryGit(COMMIT) };
    },
  },
  ...(['--assume-unchanged', '--skip-worktree'] as const).map((flag): Attack => ({
    id: 'G01',
    does: `git is told not to look at the file: ${flag}`,
    ...inHook(NAIVE.files),
    act: async (scene) => {
      await scene.stage(WORSE);
      await scene.git('update-index', flag, 'app.js');
      await scene.write({ 'app.js': GUARDED_JS });
      return { ran: await scene.tryGit(COMMIT) };
    },
  })),
  {
    id: 'G01',
    does: 'a sparse checkout has not the file at all',
    ...inHook(NAIVE.files),
    act: async (scene) => {
      await scene.git('sparse-checkout', 'set', '--no-cone', '/*', '!/app.js');
      const blob = await scene.storeRaw('blob', Buffer.from(UNGUARDED_JS));
      await scene.git('update-index', '--cacheinfo', `100644,${blob},app.js`);
      await scene.git('update-index', '--skip-worktree', 'app.js');
      return { ran: await scene.tryGit(COMMIT) };
    },
  },
  {
    id: 'G02',
    does: 'a filter stores something else than the work tree shows',
    ...inHook(NAIVE.files),
    act: async (scene) => {
      const evil = join(scene.root, 'beside/evil.js');
      await writeFile(evil, UNGUARDED_JS);
      await mkdir(join(scene.dir, '.git/info'), { recursive: true });
      await appendFile(join(scene.dir, '.git/info/attributes'), 'app.js filter=evil\n');
      await scene.git('config', 'filter.evil.clean', `cat '${evil}'`);
      await utimes(join(scene.dir, 'app.js'), 1, 1);
      await scene.git('add', 'app.js');
      return { ran: await scene.tryGit(COMMIT) };
    },
  },
  {
    id: 'G03',
    does: 'attributes hide the change from diffs and archives',
    wants: { check: 'B' },
    beats: NAIVE.ci,
    act: async (scene) => {
      return send(scene, await scene.store({ ...WORSE, '.gitattributes': 'app.js -diff export-ignore\n' }));
    },
  },
  {
    id: 'G03',
    does: 'a new attribute on code, and nothing else',
    wants: { check: 'E' },
    sharper: { answers: 'B', because: 'it hides code from whoever reads a diff: a suppression like any other' },
    beats: NAIVE.ci,
    act: async (scene) => send(scene, await scene.store({ '.gitattributes': '*.js -diff\n' })),
  },
  {
    id: 'G04',
    does: 'a replacement for the bad file comes first',
    ...pushed('N', 'F'),
    act: async (scene) => {
      const commit = await scene.store(WORSE);
      const [bad, good] = [
        await scene.git('rev-parse', `${commit}:app.js`),
        await scene.git('rev-parse', 'HEAD:app.js'),
      ];
      const replaced = await scene.send(good, `refs/replace/${bad}`);
      return replaced.status === 0 ? send(scene, commit) : { ran: replaced };
    },
  },
  {
    id: 'G05',
    does: 'NAIVE.ci has fetched one commit',
    wants: { check: 'F' },
    beats: NAIVE.ci,
    act: async (scene) => {
      mustSucceed(await scene.send(await scene.store(WORSE)));
      const clone = besideAt(scene, 'shallow');
      await scene.git('clone', '--quiet', '--depth=1', `--branch=${BRANCH}`, `file://${scene.remote}`, clone.dir);
      await clone.tryGit(['fetch', '--quiet', '--depth=1', 'origin', '+refs/pawl/*:refs/pawl/*']);
      return { repo: clone.dir };
    },
  },
  inHostileCi('a variable says that history ends here', 'G05', async (scene, commit) => {
    const file = join(scene.root, 'beside/shallow');
    await writeFile(file, `${commit}\n`);
    return { repo: scene.remote, env: { GIT_SHALLOW_FILE: file } };
  }),
  inHostileCi('a graft cuts the parents off', 'G05', async (scene, commit) => {
    await mkdir(join(scene.remote, 'info'), { recursive: true });
    await writeFile(join(scene.remote, 'info/grafts'), `${commit}\n`);
    return { repo: scene.remote };
  }),
  {
    id: 'G06',
    does: 'the file that was there cannot be read any more',
    wants: { check: 'F' },
    beats: NAIVE.ci,
    act: async (scene) => {
      const was = await scene.git('rev-parse', 'HEAD:app.js');
      mustSucceed(await scene.send(await scene.store(WORSE)));
      await rm(looseObject(scene.remote, was), { force: true });
      return { repo: scene.remote };
    },
  },
  inHostileCi('another object folder has a good file under the bad name', 'G06', async (scene, commit) => {
    const bad = await scene.git('rev-parse', `${commit}:app.js`);
    const folder = join(scene.root, 'beside/objects');
    const file = join(folder, bad.slice(0, 2), bad.slice(2));
    await mkdir(join(folder, bad.slice(0, 2)), { recursive: true });
    await writeFile(file, deflateSync(Buffer.from(`blob ${GUARDED_JS.length}\0${GUARDED_JS}`)));
    const alternates = join(scene.remote, 'objects');
    return {
      repo: scene.remote,
      env: { GIT_OBJECT_DIRECTORY: folder, GIT_ALTERNATE_OBJECT_DIRECTORIES: alternates },
    };
  }),
  {
    id: 'G16',
    does: 'the pointer of a work tree leads to a git folder of the agent',
    wants: { check: 'N' },
    pastHooks: true,
    beats: NAIVE.files,
    act: async (scene) => {
      const [linked, own] = [besideAt(scene, 'linked'), await cloneBeside(scene, 'own')];
      await scene.git('worktree', 'add', '--quiet', '--detach', linked.dir);
      await writeFile(join(linked.dir, '.git'), `gitdir: ${own.dir}/.git\n`);
      await linked.stage(WORSE);
      await linked.git(...COMMIT);
      return gone(await linked.tryGit(['push', '--quiet', scene.remote, `HEAD:refs/heads/${BRANCH}`]));
    },
  },
  inHostileCi('a variable names a program for diffs', 'G17', ({ remote }) =>
    Promise.resolve({ repo: remote, env: { GIT_EXTERNAL_DIFF: 'true' } }),
  ),
  inHostileCi('variables make attributes that turn the text into another', 'G17', async ({ root, remote }) => {
    const [attributes, convert] = [join(root, 'beside/attributes'), join(root, 'beside/convert')];
    await writeFile(attributes, '*.js diff=evil\n');
    await program(convert, '#!/bin/sh\necho same\n');
    const settings = [
      ['core.attributesFile', attributes],
      ['diff.evil.textconv', convert],
    ] as const;
    const pairs = settings.flatMap(([key, value], at) => [
      [`GIT_CONFIG_KEY_${at}`, key],
      [`GIT_CONFIG_VALUE_${at}`, value],
    ]);
    return { repo: remote, env: { GIT_CONFIG_COUNT: '2', ...Object.fromEntries(pairs) } };
  }),
  inHostileCi('the configuration of the repository names a program for diffs', 'G17', async (scene) => {
    await scene.git('--git-dir', scene.remote, 'config', 'diff.external', 'true');
    return { repo: scene.remote };
  }),
];

/** What comes to the remote is the plain change, and NAIVE.ci looks at it in an environment that the agent has set. */
function inHostileCi(does: string, id: string, env: (scene: Scene, commit: string) => Promise<Played>): Attack {
  return {
    id,
    does,
    wants: { check: 'N' },
    beats: NAIVE.ci,
    act: async (scene) => {
      const commit = await scene.store(WORSE);
      mustSucceed(await scene.send(commit));
      return env(scene, commit);
    },
  };
}

function looseObject(remote: string, id: string): string {
  return join(remote, 'objects', id.slice(0, 2), id.slice(2));
}
