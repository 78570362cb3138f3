import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dropTree, keepTree, listKept } from './keep-tree.ts';
import { loopScratch } from './loop.fixture.ts';

/** A repository with a base commit, and the tree of a commit that was refused: no ref and no reflog names it. */
async function refused() {
  const scratch = loopScratch();
  const { dir, git, open } = scratch;
  const file = (name: string, content: string) => writeFileSync(join(dir, name), content);
  mkdirSync(join(dir, 'src/deep'), { recursive: true });
  for (const name of ['kept.py', 'src/kept.py', 'src/deep/kept.py'])
    file(name, `the same in both: ${name}\n`.repeat(20));
  file('app.py', 'if allowed(user): serve()\n');
  git('add', '.');
  git('commit', '--quiet', '-m', 'base');
  file('app.py', 'serve()\n');
  file('src/other.py', 'new\n');
  git('add', '.');
  const tree = git('write-tree');
  const blob = git('rev-parse', `${tree}:app.py`);
  git('reset', '--quiet', '--hard');
  const base = git('rev-parse', 'HEAD');
  const collect = () => {
    git('reflog', 'expire', '--expire=now', '--all');
    git('gc', '--quiet', '--prune=now');
    git('repack', '-a', '-d', '--quiet');
    git('prune', '--expire=now');
  };
  const has = (id: string): boolean => {
    try {
      git('cat-file', '-e', id);
      return true;
    } catch {
      return false;
    }
  };
  const packs = () => readdirSync(join(dir, '.git/objects/pack')).filter((name) => name.endsWith('.keep'));
  return { ...scratch, store: await open(), tree, blob, base, collect, has, packs };
}

const NUMBER = '0123abcd';

describe('keepTree', () => {
  it('without it, git collects the tree', async () => {
    const { tree, blob, collect, has } = await refused();
    collect();
    expect([tree, blob].map(has)).toEqual([false, false]);
  });

  it('keeps the tree from every collection, and says in a note by which pack', async () => {
    const { dir, store, tree, blob, base, collect, has, packs, git } = await refused();
    await keepTree(store, { case: NUMBER, tree, base });
    collect();
    expect([tree, blob].map(has)).toEqual([true, true]);
    const [{ pack, ...rest } = { pack: '' }, ...others] = await listKept(store.commonDir);
    expect([rest, others]).toEqual([{ case: NUMBER, tree, base }, []]);
    expect(packs()).toEqual([`pack-${pack}.keep`]);
    expect(git('show', `${tree}:app.py`)).toBe('serve()');
    expect(readdirSync(join(dir, '.git/objects')).filter((name) => name.startsWith('pawl'))).toEqual([]);
  });

  it('copies what the base has not, and no more', async () => {
    const { dir, store, tree, base, git } = await refused();
    await keepTree(store, { case: NUMBER, tree, base });
    const [{ pack } = { pack: '' }] = await listKept(store.commonDir);
    const named = (what: string) =>
      `${git('rev-parse', `${tree}:${what.split(' ', 1).join('')}`)} ${what.split(' ')[1]}`;
    const listed = git('verify-pack', '-v', join(dir, `.git/objects/pack/pack-${pack}.idx`));
    expect(listed.match(/^[0-9a-f]{40} (?:blob|tree|commit)/gmu)?.sort()).toEqual(
      [`${tree} tree`, ...['app.py blob', 'src tree', 'src/other.py blob'].map(named)].sort(),
    );
  });

  it('is not pushed, not even by --mirror, and not cloned', async () => {
    const { root, dir, env, store, tree, blob, base, git, has } = await refused();
    await keepTree(store, { case: NUMBER, tree, base });
    git('init', '--quiet', '--bare', join(root, 'remote'));
    git('push', '--quiet', '--mirror', join(root, 'remote'));
    git('clone', '--quiet', '--mirror', `file://${dir}`, join(root, 'clone'));
    for (const other of ['remote', 'clone']) {
      const run = () => execFileSync('git', ['cat-file', '-e', blob], { cwd: join(root, other), env, stdio: 'pipe' });
      expect(run).toThrow();
    }
    expect(has(blob)).toBe(true);
  });

  it('twice is once', async () => {
    const { store, tree, base, packs } = await refused();
    await keepTree(store, { case: NUMBER, tree, base });
    await keepTree(store, { case: NUMBER, tree, base });
    expect(packs()).toHaveLength(1);
    expect(await listKept(store.commonDir)).toHaveLength(1);
  });

  it.each(['keep', 'idx', 'pack'])('mends what a kill left without its .%s', async (end) => {
    const { dir, store, tree, blob, base, packs, collect, has } = await refused();
    await keepTree(store, { case: NUMBER, tree, base });
    const [{ pack } = { pack: '' }] = await listKept(store.commonDir);
    rmSync(join(dir, `.git/objects/pack/pack-${pack}.${end}`));
    await keepTree(store, { case: NUMBER, tree, base });
    expect(packs()).toHaveLength(1);
    collect();
    expect([tree, blob].map(has)).toEqual([true, true]);
  });

  it('keeps a tree that has nothing of its own', async () => {
    const { store, base, git, collect, has } = await refused();
    const tree = git('rev-parse', `${base}^{tree}`);
    await keepTree(store, { case: NUMBER, tree, base });
    collect();
    expect(has(tree)).toBe(true);
  });

  it('makes one pack, whatever the configuration says of sizes', async () => {
    const { dir, store, base, git, packs } = await refused();
    git('config', 'pack.packSizeLimit', '1m');
    for (const name of ['a', 'b', 'c']) {
      const noise = Buffer.from(Array.from({ length: 700_000 }, (_, at) => (at * at * name.charCodeAt(0)) % 251));
      writeFileSync(join(dir, name), noise);
    }
    git('add', '.');
    await keepTree(store, { case: NUMBER, tree: git('write-tree'), base });
    expect(packs()).toHaveLength(1);
  });

  it('an object that is missing is an error, and nothing is noted', async () => {
    const { dir, store, tree, blob, base, packs } = await refused();
    rmSync(join(dir, '.git/objects', blob.slice(0, 2), blob.slice(2)), { force: true });
    await expect(keepTree(store, { case: NUMBER, tree, base })).rejects.toMatchObject({ code: 'git-failed' });
    expect(await listKept(store.commonDir)).toEqual([]);
    expect(packs()).toEqual([]);
  });

  it('nothing to write in is an error with a code', async () => {
    const { dir, store, tree, base } = await refused();
    writeFileSync(join(dir, '.git/pawl'), 'in the way');
    await expect(keepTree(store, { case: NUMBER, tree, base })).rejects.toMatchObject({ code: 'store-unusable' });
  });
});

describe('dropTree', () => {
  it('lets git collect the tree', async () => {
    const { store, tree, blob, base, collect, has, packs } = await refused();
    await keepTree(store, { case: NUMBER, tree, base });
    await dropTree(store, NUMBER);
    collect();
    expect([tree, blob].map(has)).toEqual([false, false]);
    expect([packs(), await listKept(store.commonDir)]).toEqual([[], []]);
  });

  it('loses nothing that was committed since: git had kept no second copy', async () => {
    const { store, tree, blob, base, collect, has, git } = await refused();
    await keepTree(store, { case: NUMBER, tree, base });
    collect();
    git('update-ref', 'refs/heads/released', git('commit-tree', '-m', 'released', '-p', base, tree));
    collect();
    await dropTree(store, NUMBER);
    collect();
    expect([tree, blob].map(has)).toEqual([true, true]);
    expect(git('fsck', '--strict', '--no-dangling')).toBe('');
  });

  it('keeps what another case needs', async () => {
    const { store, tree, blob, base, collect, has } = await refused();
    await keepTree(store, { case: NUMBER, tree, base });
    await keepTree(store, { case: 'ffffffff', tree, base });
    await dropTree(store, NUMBER);
    collect();
    expect([tree, blob].map(has)).toEqual([true, true]);
    await dropTree(store, 'ffffffff');
    collect();
    expect([tree, blob].map(has)).toEqual([false, false]);
  });

  it('of a case that keeps nothing does nothing', async () => {
    const { store } = await refused();
    await dropTree(store, NUMBER);
    expect(await listKept(store.commonDir)).toEqual([]);
  });

  it.each(['', '{}', '{"case":"0123abcd","tree":"../x","base":"","pack":""}'])(
    'a note that cannot be read is an error and not "nothing kept": %j',
    async (text) => {
      const { dir, store, tree, base } = await refused();
      await keepTree(store, { case: NUMBER, tree, base });
      const note = join(dir, '.git/pawl/kept', `${NUMBER}.json`);
      expect(readFileSync(note, 'utf8')).toContain(tree);
      writeFileSync(note, text);
      await expect(listKept(store.commonDir)).rejects.toMatchObject({ code: 'store-unusable' });
      await expect(dropTree(store, NUMBER)).rejects.toMatchObject({ code: 'store-unusable' });
    },
  );
});
