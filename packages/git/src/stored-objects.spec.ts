import { chmodSync, copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorCode } from './testing/error-code.ts';
import { temporaryRepository } from './testing/temporary-repository.ts';

function twoCommits() {
  const repository = temporaryRepository();
  repository.write('src/a', 'one\n');
  const first = repository.commit('one');
  repository.write('src/a', 'two\n');
  const second = repository.commit('two');
  const id = (name: string): string => repository.git('rev-parse', name);
  const file = (name: string): string => {
    const path = join(repository.dir, '.git/objects', id(name).slice(0, 2), id(name).slice(2));
    chmodSync(path, 0o644);
    return path;
  };
  return { ...repository, first, second, id, file };
}

describe('openObjects', () => {
  it('reads commits by id and by name, trees and blobs, from one process', async () => {
    const { open, first, second, id } = twoCommits();
    const objects = (await open()).openObjects();
    const commit = { id: second, tree: id(`${second}^{tree}`), parents: [first] };
    expect(await objects.commit(second)).toMatchObject(commit);
    expect(await objects.commit('HEAD')).toMatchObject(commit);
    expect(await objects.commit(`${second}~1`)).toMatchObject({ id: first, parents: [] });
    const src = (await objects.tree(commit.tree)).get('src');
    expect(src).toEqual({ mode: '040000', id: id(`${second}:src`) });
    const a = (await objects.tree(src?.id ?? '')).get('a')?.id ?? '';
    expect((await objects.blob(a)).toString()).toBe('two\n');
    objects.close();
  });

  it('sees what was written after it was opened, and answers questions that are asked at once', async () => {
    const { open, run } = twoCommits();
    const objects = (await open()).openObjects();
    const contents = Array.from({ length: 50 }, (_, at) => `${at}\n`);
    const ids = contents.map((input) => run(['hash-object', '-w', '--stdin'], { input }).toString().trim());
    expect((await Promise.all(ids.map(objects.blob))).map(String)).toEqual(contents);
    objects.close();
  });

  it('an object of another kind, a missing one and a name that nothing has are errors', async () => {
    const { open, second, id } = twoCommits();
    const objects = (await open()).openObjects();
    expect(await errorCode(() => objects.commit(id(`${second}^{tree}`)))).toBe('missing-object');
    expect(await errorCode(() => objects.tree(second))).toBe('missing-object');
    expect(await errorCode(() => objects.blob(second))).toBe('missing-object');
    expect(await errorCode(() => objects.blob('1'.repeat(40)))).toBe('missing-object');
    expect(await errorCode(() => objects.commit('none'))).toBe('unknown-revision');
    expect(await errorCode(() => objects.commit(`${second}~9`))).toBe('unknown-revision');
    objects.close();
  });

  it('G06 what is damaged, or is another object, is an error', async () => {
    const { open, first, second, file } = twoCommits();
    copyFileSync(file(first), file(second));
    const objects = (await open()).openObjects();
    expect(await errorCode(() => objects.commit(second))).toBe('missing-object');
    objects.close();
    writeFileSync(file(`${first}:src`), 'noise');
    const again = (await open()).openObjects();
    expect(await errorCode(() => again.tree(second))).toBe('missing-object');
    again.close();
  });

  it('a commit without a tree is an error', async () => {
    const { open, run } = twoCommits();
    const input = 'parent none\nauthor a <a> 1 +0000\ncommitter a <a> 1 +0000\n\nx\n';
    const id = run(['hash-object', '-t', 'commit', '-w', '--literally', '--stdin'], { input }).toString().trim();
    const objects = (await open()).openObjects();
    expect(await errorCode(() => objects.commit(id))).toMatch(/^(?:malformed-commit|missing-object)$/u);
    objects.close();
  });
});

describe('isAncestor', () => {
  it('is true of a commit and its history, and false of others', async () => {
    const { open, git, first, second } = twoCommits();
    const opened = await open();
    git('checkout', '--quiet', '--orphan', 'other');
    git('commit', '--quiet', '--allow-empty', '-m', 'other');
    const other = git('rev-parse', 'HEAD');
    expect(await opened.isAncestor(first, second)).toBe(true);
    expect(await opened.isAncestor(second, second)).toBe(true);
    expect(await opened.isAncestor(second, first)).toBe(false);
    expect(await opened.isAncestor(other, second)).toBe(false);
  });

  it('cannot tell where a commit is missing, and takes ids only', async () => {
    const { open, first, second, file, commit } = twoCommits();
    const third = commit('three');
    rmSync(file(second));
    const opened = await open();
    expect(await errorCode(() => opened.isAncestor(first, third))).toBe('missing-object');
    expect(await errorCode(() => opened.isAncestor('1'.repeat(40), third))).toBe('missing-object');
    expect(await errorCode(() => opened.isAncestor('HEAD', third))).toBe('invalid-argument');
  });
});
