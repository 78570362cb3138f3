import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { EVAL_JS, GUARDED_JS, UNGUARDED_JS } from '../sources.ts';
import type { Attack, Played } from './attack.ts';
import { rawCommit, rawTree } from './raw-tree.ts';
import { ODD, type Scene, treeEntry } from './scene.ts';
import { COMMIT, inHook, NAIVE, pushed, send, WORSE } from './steps.ts';

/** G08 to G15: what is stored is not what it seems, to one program or another. */
export const GIT_OBJECTS: readonly Attack[] = [
  {
    id: 'G08',
    does: 'a tree with two files of one name',
    ...pushed('F', 'F'),
    act: async (scene) => {
      const [good, bad] = [await scene.git('rev-parse', 'HEAD:app.js'), await blobOf(scene, UNGUARDED_JS)];
      const both = [treeEntry('100644', 'app.js', good), treeEntry('100644', 'app.js', bad)];
      return sendTree(scene, { 'app.js': Buffer.concat(both) });
    },
  },
  {
    id: 'G09',
    does: 'a commit with two trees',
    ...pushed('F', 'F'),
    act: async (scene) => {
      const worse = await scene.git('rev-parse', `${await scene.store(WORSE)}^{tree}`);
      return send(scene, await rawCommit(scene, await scene.git('rev-parse', 'HEAD^{tree}'), `tree ${worse}\n`));
    },
  },
  {
    id: 'G10',
    does: 'a submodule is added',
    ...pushed('E', 'E'),
    act: async (scene) =>
      sendTree(scene, { vendor: treeEntry('160000', 'vendor', await scene.git('rev-parse', 'HEAD')) }),
  },
  {
    id: 'G11',
    does: 'a link stands where code would',
    ...pushed('E', 'E'),
    act: async (scene) =>
      sendTree(scene, { 'helper.js': treeEntry('120000', 'helper.js', await blobOf(scene, 'app.js')) }),
  },
  {
    id: 'G11',
    does: 'a link leads out of the repository',
    ...pushed('F', 'F'),
    act: async (scene) =>
      sendTree(scene, { 'helper.js': treeEntry('120000', 'helper.js', await blobOf(scene, '../../tmp/helper.js')) }),
  },
  {
    id: 'G11',
    does: 'source is replaced by a link',
    wants: { check: 'E' },
    sharper: { answers: 'B', because: 'what was examined no longer is: lost coverage is a regression' },
    beats: NAIVE.files,
    act: async (scene) => {
      await scene.write({ 'real.txt': GUARDED_JS });
      await rm(join(scene.dir, 'app.js'));
      await symlink('real.txt', join(scene.dir, 'app.js'));
      await scene.git('add', '--all');
      const ran = await scene.tryGit(COMMIT);
      return ran.status === 0 ? send(scene, 'HEAD') : { ran };
    },
  },
  ...[
    ['a twin of a file in other case', { 'APP.JS': UNGUARDED_JS }],
    ['a twin of a file with the accents composed otherwise', { [ODD.normalize('NFD')]: UNGUARDED_JS }],
  ].map(([does, files]): Attack => ({
    id: 'G13',
    does: String(does),
    ...pushed('F', 'F'),
    act: async (scene) => send(scene, await scene.store(files as Readonly<Record<string, string>>)),
  })),
  {
    id: 'G14',
    does: 'a change to a file whose name git quotes',
    ...inHook(NAIVE.files, 'B'),
    act: async (scene) => {
      await scene.stage({ [ODD]: UNGUARDED_JS });
      return { ran: await scene.tryGit(COMMIT) };
    },
  },
  ...(
    [
      ['a line break', Buffer.from('a\nb.js')],
      ['a terminal escape', Buffer.from('a\u001b[31m.js')],
      ['bytes that are not UTF-8', Buffer.from([0x61, 0xe9, 0x2e, 0x6a, 0x73])],
    ] as const
  ).map(([what, name]): Attack => ({
    id: 'G14',
    does: `a name with ${what}`,
    ...pushed('F', 'F'),
    act: async (scene) => sendTree(scene, { a: treeEntry('100644', name, await blobOf(scene, EVAL_JS)) }),
  })),
  {
    id: 'G15',
    does: 'a path of more than 4096 bytes',
    ...pushed('F', 'F'),
    act: async (scene) => {
      const bad = await blobOf(scene, EVAL_JS);
      let tree = await scene.storeRaw('tree', treeEntry('100644', 'a.js', bad));
      for (let depth = 0; depth < 20; depth += 1)
        tree = await scene.storeRaw('tree', treeEntry('40000', 'd'.repeat(250), tree));
      return sendTree(scene, { deep: treeEntry('40000', 'deep', tree) });
    },
  },
];

/** A commit of a tree that no ordinary command would write. */
async function sendTree(scene: Scene, change: Readonly<Record<string, Buffer>>): Promise<Played> {
  return send(scene, await rawCommit(scene, await rawTree(scene, change)));
}

const blobOf = (scene: Scene, text: string): Promise<string> => scene.storeRaw('blob', Buffer.from(text));
