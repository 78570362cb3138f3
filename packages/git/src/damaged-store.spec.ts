import { chmodSync, copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INDEX } from './change.ts';
import { openRepository } from './open-repository.ts';
import { errorCode } from './testing/error-code.ts';
import { temporaryRepository } from './testing/temporary-repository.ts';

const LIMITS = { maxBytes: 1000 };

function twoCommits() {
  const repository = temporaryRepository();
  repository.write('src/app.py', 'GOOD\n');
  repository.write('src/other.py', 'other\n');
  const good = repository.commit('good');
  repository.write('src/app.py', 'EVIL\n');
  const evil = repository.commit('evil');
  const id = (name: string): string => repository.git('rev-parse', name);
  const file = (name: string): string => {
    const path = join(repository.dir, '.git/objects', id(name).slice(0, 2), id(name).slice(2));
    chmodSync(path, 0o644);
    return path;
  };
  return { ...repository, good, evil, id, file };
}

describe('when an object is missing or damaged', () => {
  it.each([
    ['removed', (file: string) => rmSync(file)],
    ['emptied', (file: string) => writeFileSync(file, '')],
    ['overwritten', (file: string) => writeFileSync(file, 'noise')],
  ])('G06 a blob that was %s is an error', async (_, damage) => {
    const { evil, id, file, open } = twoCommits();
    const blob = id(`${evil}:src/app.py`);
    damage(file(blob));
    const opened = await open();
    expect(await errorCode(() => opened.readBlobs([blob], LIMITS))).toBe('missing-object');
    expect(await errorCode(() => opened.readCommitFile(evil, 'src/app.py'))).toBe('missing-object');
    expect(await opened.readCommitFile(evil, 'src/none.py')).toBeUndefined();
  });

  it('G06 a tree that was removed is an error', async () => {
    const { good, evil, file, open } = twoCommits();
    rmSync(file(`${evil}:src`));
    const opened = await open();
    expect(await errorCode(() => opened.changes(good, evil))).toMatch(/^(?:missing-object|git-failed)$/u);
    expect(await errorCode(() => opened.readCommitFile(evil, 'src/none.py'))).toBe('missing-object');
    expect(await errorCode(() => opened.listTree(evil))).toBe('git-failed');
  });

  it('G06 a commit that was removed is a gap in history and not "no common ancestor"', async () => {
    const { evil, good, file, open, commit, git } = twoCommits();
    const last = commit('last');
    git('checkout', '--quiet', '-b', 'side', good);
    const side = commit('side');
    rmSync(file(evil));
    const opened = await open();
    expect(await errorCode(() => opened.mergeBase(last, side))).toBe('missing-object');
    expect(await errorCode(() => opened.changes(evil, last))).toBe('missing-object');
    expect(await errorCode(() => opened.resolveCommit(evil))).toBe('unknown-revision');
  });

  it('the content of another object under its id is an error: blob, tree and commit', async () => {
    const blob = twoCommits();
    copyFileSync(blob.file(`${blob.good}:src/app.py`), blob.file(`${blob.evil}:src/app.py`));
    const evilBlob = blob.id(`${blob.evil}:src/app.py`);
    expect(await errorCode(async () => (await blob.open()).readBlobs([evilBlob], LIMITS))).toBe('missing-object');

    const tree = twoCommits();
    copyFileSync(tree.file(`${tree.good}:src`), tree.file(`${tree.evil}:src`));
    expect(tree.git('diff-tree', '-r', tree.good, tree.evil)).toBe('');
    expect(await errorCode(async () => (await tree.open()).changes(tree.good, tree.evil))).toBe('missing-object');

    const commit = twoCommits();
    copyFileSync(commit.file(commit.good), commit.file(commit.evil));
    expect(commit.git('diff-tree', '-r', commit.good, commit.evil)).toBe('');
    expect(await errorCode(async () => (await commit.open()).changes(commit.good, commit.evil))).toBe('missing-object');
    expect(await errorCode(async () => (await commit.open()).resolveCommit(commit.evil))).toBe('missing-object');
  });

  it('a forged folder of the base is an error when the index changes something in it', async () => {
    const { good, evil, id, file, write, git, open } = twoCommits();
    const base = id(`${evil}^{tree}`);
    write('src/app.py', 'WORSE\n');
    git('add', 'src/app.py');
    copyFileSync(file(`${good}:src`), file(`${evil}:src`));
    const opened = await open();
    expect(await errorCode(() => opened.changes(base, INDEX))).toBe('missing-object');
  });

  it('an index that names a missing object gives no tree', async () => {
    const { git, open } = twoCommits();
    git('update-index', '--add', '--cacheinfo', `100644,${'1'.repeat(40)},ghost.py`);
    const opened = await open();
    expect(await errorCode(() => opened.indexTree())).toBe('missing-object');
    const [change] = await opened.changes('HEAD', INDEX);
    expect(change?.kind).toBe('added');
    expect(await errorCode(() => opened.readBlobs(['1'.repeat(40)], LIMITS))).toBe('missing-object');
  });

  it('G06 an object left out of a partial clone is an error and is not fetched', async () => {
    const { dir, beside, env, git, good, evil, id } = twoCommits();
    git('config', 'uploadpack.allowFilter', 'true');
    git('clone', '--quiet', '--bare', '--filter=blob:none', `file://${dir}`, join(beside, 'partial'));
    const partial = await openRepository(join(beside, 'partial'), { env });
    const blob = id(`${evil}:src/app.py`);
    expect(await partial.changes(good, evil)).toHaveLength(1);
    expect(await errorCode(() => partial.readBlobs([blob], LIMITS))).toBe('missing-object');
    expect(await errorCode(() => partial.readCommitFile(evil, 'src/app.py'))).toBe('missing-object');
    git('clone', '--quiet', '--bare', '--filter=tree:0', `file://${dir}`, join(beside, 'treeless'));
    const treeless = await openRepository(join(beside, 'treeless'), { env });
    expect(await errorCode(() => treeless.changes(good, evil))).toBe('missing-object');
    expect(await errorCode(() => treeless.listTree(evil))).toBe('missing-object');
  });
});

describe('readBlobs', () => {
  it('gives the bytes of each id once, and the size alone of what is over the limit', async () => {
    const { run, open } = temporaryRepository();
    const store = (input: Buffer): string => run(['hash-object', '-w', '--stdin'], { input }).toString().trim();
    const contents = [
      Buffer.alloc(0),
      Buffer.from('a\n\0\xff', 'latin1'),
      Buffer.alloc(10, 'x'),
      Buffer.alloc(11, 'y'),
    ];
    const [empty, odd, exact, over] = contents.map(store) as [string, string, string, string];
    const read = await (await open()).readBlobs([empty, odd, exact, over, odd], { maxBytes: 10 });
    expect([...read]).toEqual([
      [empty, { kind: 'content', bytes: contents[0] }],
      [odd, { kind: 'content', bytes: contents[1] }],
      [exact, { kind: 'content', bytes: contents[2] }],
      [over, { kind: 'too-large', size: 11 }],
    ]);
  });

  it('reads hundreds of large blobs without waiting for itself', async () => {
    const { run, open, write } = temporaryRepository();
    const contents = Array.from({ length: 300 }, (_, at) => `${at}\n`.repeat(5000));
    contents.forEach((content, at) => write(`f${at}`, content));
    const paths = contents.map((_, at) => `f${at}`).join('\n');
    const ids = run(['hash-object', '-w', '--stdin-paths'], { input: paths }).toString().trim().split('\n');
    const read = await (await open()).readBlobs(ids, { maxBytes: 1_000_000 });
    const texts = ids.map((id) => read.get(id)).map((blob) => (blob?.kind === 'content' ? blob.bytes.toString() : ''));
    expect(texts).toEqual(contents);
  });

  it('refuses what is not a blob and what is not an id', async () => {
    const { commit, open } = temporaryRepository();
    const id = commit('one');
    const opened = await open();
    expect(await errorCode(() => opened.readBlobs([id], LIMITS))).toBe('not-a-file');
    expect(await errorCode(() => opened.readBlobs(['HEAD'], LIMITS))).toBe('invalid-argument');
    expect(await opened.readBlobs([], LIMITS)).toEqual(new Map());
  });
});
