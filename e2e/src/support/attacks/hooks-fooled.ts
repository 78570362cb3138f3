import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../run.ts';
import { GUARDED_JS } from '../sources.ts';
import type { Attack } from './attack.ts';
import { BRANCH, program } from './scene.ts';
import { COMMIT, committedWith, gone, hookFolder, inHook, NAIVE, past, push, WORSE } from './steps.ts';

const SHIM = '#!/bin/sh\nexit 0\n';

/** H13 to H19: the hooks are run, and see something else or do not get to the end. */
export const HOOKS_FOOLED: readonly Attack[] = [
  {
    id: 'H13',
    does: 'programs with the names of tools in node_modules/.bin',
    ...inHook(NAIVE.files),
    act: async (scene) => {
      for (const name of ['gate-scan', 'pawl', 'node', 'git', 'semgrep', 'bandit'])
        await program(join(scene.dir, 'node_modules/.bin', name), SHIM);
      await scene.stage(WORSE);
      return { ran: await scene.tryGit(COMMIT) };
    },
  },
  {
    id: 'H14',
    does: 'variables that load code into node, python and the shell',
    ...inHook(NAIVE.files),
    act: async (scene) => {
      const evil = join(scene.root, 'beside/evil.cjs');
      await program(evil, 'process.exit(0);\n');
      await scene.stage(WORSE);
      const env = {
        NODE_OPTIONS: `--require=${evil}`,
        BASH_ENV: evil,
        ENV: evil,
        PYTHONPATH: join(scene.root, 'beside'),
      };
      return { ran: await scene.tryGit(COMMIT, { env }) };
    },
  },
  {
    id: 'H15',
    does: 'the tool itself is patched',
    ...past(NAIVE.files),
    act: async (scene) => {
      const bin = join(scene.dir, 'node_modules/.bin');
      for (const name of ['gate-scan', 'pawl']) await program(join(bin, name), SHIM);
      const hook = join(scene.dir, '.git/pawl/hook');
      if (existsSync(hook)) await writeFile(hook, SHIM);
      return committedWith(scene, []);
    },
  },
  {
    id: 'H15',
    does: 'the tool is swapped by an override of the manifest',
    wants: { check: 'E' },
    beats: NAIVE.ci,
    act: async (scene) => {
      const manifest = JSON.parse(await scene.read('package.json')) as object;
      const text = `${JSON.stringify({ ...manifest, overrides: { pawl: 'file:./tools/pawl' } })}\n`;
      return gone(await scene.send(await scene.store({ 'package.json': text })));
    },
  },
  {
    id: 'H16',
    does: 'the hook dies for want of memory',
    ...inHook(NAIVE.files, 'F'),
    act: async (scene) => {
      await scene.stage(WORSE);
      const command = 'ulimit -v 300000; exec git commit --quiet -m x';
      return { ran: await run('sh', ['-c', command], { cwd: scene.dir, env: scene.env }) };
    },
  },
  {
    id: 'H17',
    does: 'the work tree has the guard back when the hook looks',
    ...inHook(NAIVE.files),
    act: async (scene) => {
      await scene.stage(WORSE);
      await scene.write({ 'app.js': GUARDED_JS });
      return { ran: await scene.tryGit(COMMIT) };
    },
  },
  {
    id: 'H18',
    does: 'a commit of single paths, whose index is a temporary one',
    ...inHook(NAIVE.index),
    act: async (scene) => {
      await scene.write(WORSE);
      return { ran: await scene.tryGit([...COMMIT, '--', 'app.js']) };
    },
  },
  {
    id: 'H18',
    does: 'a hook that is told of an index that is not there',
    ...inHook(NAIVE.index, 'F'),
    act: async (scene) => {
      const hook = join(await hookFolder(scene), 'pre-commit');
      const env = { ...scene.env, GIT_INDEX_FILE: join(scene.root, 'beside/gone') };
      return { ran: await run('sh', [hook], { cwd: scene.dir, env }) };
    },
  },
  {
    id: 'H19',
    does: 'nothing is new to the remote',
    ...inHook(NAIVE.push),
    act: async (scene) => {
      const commit = await scene.store(WORSE);
      await scene.send(commit, 'refs/keep/x');
      await scene.git('fetch', '--quiet', scene.remote, '+refs/keep/*:refs/remotes/origin/keep/*');
      await writeFile(join(scene.dir, '.git/refs/heads', BRANCH), `${commit}\n`);
      return { ran: await scene.tryGit(push(scene)) };
    },
  },
];
