import { type Scene, treeEntry } from './scene.ts';

const WHO = 'T <t@localhost> 1700000000 +0000';

/** A tree that no ordinary command would write: what HEAD has, and what is put beside it or in its place, by name. */
export async function rawTree(scene: Scene, change: Readonly<Record<string, Buffer>>): Promise<string> {
  const entries = new Map<string, Buffer>();
  for (const line of (await scene.git('ls-tree', '-z', 'HEAD')).split('\0').filter(Boolean)) {
    const [, mode = '', id = '', name = ''] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/su.exec(line) ?? [];
    entries.set(name, treeEntry(mode.replace(/^0/u, ''), name, id));
  }
  for (const [name, entry] of Object.entries(change)) entries.set(name, entry);
  const sorted = [...entries].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  return scene.storeRaw('tree', Buffer.concat(sorted.map(([, entry]) => entry)));
}

/** A commit on top of HEAD, written byte by byte. */
export async function rawCommit(scene: Scene, tree: string, more = ''): Promise<string> {
  const parent = await scene.git('rev-parse', 'HEAD');
  const text = `tree ${tree}\nparent ${parent}\nauthor ${WHO}\ncommitter ${WHO}\n${more}\nx\n`;
  return scene.storeRaw('commit', Buffer.from(text));
}
