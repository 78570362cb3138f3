import { readFileSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INDEX } from './change.ts';
import { openRepository } from './open-repository.ts';
import { describeChange } from './testing/describe-change.ts';
import { errorCode } from './testing/error-code.ts';
import { temporaryRepository } from './testing/temporary-repository.ts';

const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
const LONG = Array.from({ length: 40 }, (_, at) => `line ${at}\n`).join('');

describe('when two trees are compared', () => {
  it('tells every kind of change with modes and ids', async () => {
    const { dir, write, commit, git, open } = temporaryRepository();
    write('changed.ts', 'a');
    write('gone.ts', 'gone');
    write('old/name.ts', LONG);
    write('kind.ts', 'kind');
    write('same.ts', 'same');
    const base = commit('one');
    write('changed.ts', 'b');
    write('new.ts', 'new');
    write('new/name.ts', `${LONG}one more\n`);
    for (const path of ['gone.ts', 'old/name.ts', 'kind.ts']) rmSync(join(dir, path));
    symlinkSync('same.ts', join(dir, 'kind.ts'));
    const head = commit('two');
    const id = (rev: string): string => git('rev-parse', rev);
    const at = (rev: string, path: string, mode = '100644') => ({ path, mode, blob: id(`${rev}:${path}`) });
    expect(await (await open()).changes(base, head)).toEqual([
      { kind: 'modified', base: at(base, 'changed.ts'), head: at(head, 'changed.ts') },
      { kind: 'deleted', base: at(base, 'gone.ts') },
      { kind: 'type-changed', base: at(base, 'kind.ts'), head: at(head, 'kind.ts', '120000') },
      { kind: 'added', head: at(head, 'new.ts') },
      { kind: 'renamed', base: at(base, 'old/name.ts'), head: at(head, 'new/name.ts') },
    ]);
  });

  it('tells that a file became a folder, and back', async () => {
    const { dir, write, commit, open } = temporaryRepository();
    write('x', 'file');
    const base = commit('one');
    rmSync(join(dir, 'x'));
    write('x/y', 'inner');
    const head = commit('two');
    const opened = await open();
    expect((await opened.changes(base, head)).map(describeChange)).toEqual(['deleted x', 'added x/y']);
    expect((await opened.changes(head, base)).map(describeChange)).toEqual(['added x', 'deleted x/y']);
  });

  it('tells that only the right to execute changed', async () => {
    const { write, commit, git, open } = temporaryRepository();
    write('run.sh', 'x');
    const base = commit('one');
    git('update-index', '--chmod=+x', 'run.sh');
    const [change] = await (await open()).changes(base, INDEX);
    expect(change).toMatchObject({ kind: 'modified', base: { mode: '100644' }, head: { mode: '100755' } });
  });

  it('finds nothing between equal trees, and everything from the empty tree', async () => {
    const { write, commit, open } = temporaryRepository();
    write('a', 'a');
    const id = commit('one');
    const opened = await open();
    expect(await opened.changes(id, id)).toEqual([]);
    expect((await opened.changes(EMPTY_TREE, id)).map(describeChange)).toEqual(['added a']);
    expect((await opened.changes(EMPTY_TREE, INDEX)).map(describeChange)).toEqual(['added a']);
  });

  it('compares in a bare repository', async () => {
    const { dir, env, write, commit, git, beside } = temporaryRepository();
    write('a', 'a');
    const base = commit('one');
    write('a', 'b');
    const head = commit('two');
    git('clone', '--quiet', '--bare', dir, join(beside, 'bare'));
    const bare = await openRepository(join(beside, 'bare'), { env });
    expect((await bare.changes(base, head)).map(describeChange)).toEqual(['modified a']);
    expect(await errorCode(() => bare.changes(base, INDEX))).toBe('no-index');
  });

  it('says which revision is unknown instead of finding nothing', async () => {
    const { commit, open } = temporaryRepository();
    commit('one');
    const opened = await open();
    expect(await errorCode(() => opened.changes('nope', 'HEAD'))).toBe('unknown-revision');
    expect(await errorCode(() => opened.changes('1'.repeat(40), INDEX))).toBe('missing-object');
    expect(await errorCode(() => opened.changes('-O/evil', 'HEAD'))).toBe('invalid-argument');
  });

  it('is not swayed by the user’s own settings', async () => {
    const { dir, write, commit, git, open } = temporaryRepository();
    write('b/old.ts', LONG);
    write('a.ts', 'a');
    const base = commit('one');
    git('mv', 'b/old.ts', 'b/new.ts');
    write('a.ts', 'a2');
    const head = commit('two');
    const opened = await open();
    const expected = await opened.changes(base, head);
    writeFileSync(join(dir, 'order'), 'b/*\n');
    const settings = {
      renames: 'false',
      renameLimit: '1',
      orderFile: 'order',
      noprefix: 'true',
      relative: 'true',
      algorithm: 'patience',
    };
    for (const [key, value] of Object.entries(settings)) git('config', `diff.${key}`, value);
    expect(expected.map(describeChange)).toEqual(['modified a.ts', 'renamed b/old.ts -> b/new.ts']);
    expect(await opened.changes(base, head)).toEqual(expected);
  });
});

describe('when the index is compared', () => {
  it('G01 pairs renames by what is staged, whatever lies in the work tree', async () => {
    const { dir, write, commit, git, open } = temporaryRepository();
    for (const [key, value] of Object.entries({ worktree: dir, trustctime: 'false', checkStat: 'minimal' })) {
      git('config', `core.${key}`, value);
    }
    const [old, renamed] = [join(dir, 'old.ts'), join(dir, 'new.ts')];
    const past = new Date('2020-01-01T00:00:00Z');
    write('old.ts', LONG);
    utimesSync(old, past, past);
    commit('one');
    rmSync(old);
    write('new.ts', `${LONG}one more\n`);
    utimesSync(renamed, past, past);
    git('add', '--all');
    writeFileSync(renamed, 'x'.repeat(`${LONG}one more\n`.length));
    utimesSync(renamed, past, past);
    expect(git('diff-index', '--cached', '--name-status', '-M', 'HEAD')).not.toContain('R');
    expect((await (await open()).changes('HEAD', INDEX)).map(describeChange)).toEqual(['renamed old.ts -> new.ts']);
  });

  it('sees what is staged and not the rest of the work tree', async () => {
    const { write, commit, git, run, open } = temporaryRepository();
    write('a.ts', 'one\ntwo\n');
    commit('one');
    write('a.ts', 'ONE\nTWO\n');
    const staged = run(['hash-object', '-w', '--stdin'], { input: 'ONE\ntwo\n' }).toString().trim();
    git('update-index', '--cacheinfo', `100644,${staged},a.ts`);
    const [change] = await (await open()).changes('HEAD', INDEX);
    expect(change).toMatchObject({ kind: 'modified', head: { path: 'a.ts', blob: staged } });
  });

  it('sees the first commit', async () => {
    const { write, git, open } = temporaryRepository();
    write('a', 'a');
    git('add', '.');
    const opened = await open();
    expect((await opened.changes(EMPTY_TREE, INDEX)).map(describeChange)).toEqual(['added a']);
  });

  it('sees an empty index where there is none yet', async () => {
    const opened = await temporaryRepository().open();
    expect(await opened.changes(EMPTY_TREE, INDEX)).toEqual([]);
    expect(await opened.indexTree()).toBe(EMPTY_TREE);
  });

  it('sees links and submodules as what they are', async () => {
    const inner = temporaryRepository();
    const commitOfInner = inner.commit('one');
    const { dir, commit, git, open } = temporaryRepository();
    commit('one');
    git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.dir, 'sub');
    symlinkSync('../outside', join(dir, 'link'));
    git('add', 'link');
    const changes = await (await open()).changes('HEAD', INDEX);
    expect(changes).toContainEqual({ kind: 'added', head: { path: 'sub', mode: '160000', blob: commitOfInner } });
    expect(changes).toContainEqual({
      kind: 'added',
      head: { path: 'link', mode: '120000', blob: git('rev-parse', ':link') },
    });
  });

  it('G10 a moved submodule is a change, whatever .gitmodules and the configuration say', async () => {
    const inner = temporaryRepository();
    inner.commit('one');
    const { write, commit, git, open } = temporaryRepository();
    git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.dir, 'sub');
    write('.gitmodules', `[submodule "sub"]\n\tpath = sub\n\turl = ${inner.dir}\n\tignore = all\n`);
    git('config', 'diff.ignoreSubmodules', 'all');
    git('config', 'submodule.sub.ignore', 'all');
    const base = commit('one');
    const moved = inner.commit('two');
    git('update-index', '--cacheinfo', `160000,${moved},sub`);
    const opened = await open();
    expect((await opened.changes(base, INDEX)).map(describeChange)).toEqual(['modified sub']);
    expect((await opened.changes(base, await opened.indexTree())).map(describeChange)).toEqual(['modified sub']);
  });

  it('leaves out what is only intended to be added, as the commit will', async () => {
    const { write, commit, git, open } = temporaryRepository();
    write('tracked', 'x');
    commit('one');
    write('later', 'later');
    git('add', '--intent-to-add', 'later');
    git('rm', '--quiet', '--cached', 'tracked');
    git('add', '--intent-to-add', 'tracked');
    const opened = await open();
    expect((await opened.changes('HEAD', INDEX)).map(describeChange)).toEqual(['deleted tracked']);
    expect(await opened.indexTree()).toBe(EMPTY_TREE);
  });

  it('refuses an index with conflicts', async () => {
    const { write, commit, git, open } = temporaryRepository();
    write('a', 'base');
    commit('one');
    git('checkout', '--quiet', '-b', 'other');
    write('a', 'theirs');
    commit('theirs');
    git('checkout', '--quiet', 'main');
    write('a', 'ours');
    commit('ours');
    expect(() => git('merge', 'other')).toThrow();
    const opened = await open();
    expect(await errorCode(() => opened.changes('HEAD', INDEX))).toBe('unmerged-index');
    expect(await errorCode(() => opened.indexTree())).toBe('unmerged-index');
  });

  it.each([
    ['a split index', ['config', 'core.splitIndex', 'true']],
    ['a sparse index', ['sparse-checkout', 'set', '--cone', '--sparse-index', 'in']],
  ])('reads %s, and leaves it as it was', async (_, command) => {
    const { dir, write, commit, git, open } = temporaryRepository();
    for (const path of ['in/a', 'out/b', 'out/deep/c']) write(path, path);
    commit('one');
    git(...command);
    // The second change is written beside the shared part, and the next writer of the index is due to write a new one.
    git('config', 'splitIndex.maxPercentChange', '100');
    for (const content of ['first', 'changed']) {
      write('in/a', content);
      git('add', 'in/a');
    }
    git('config', 'splitIndex.maxPercentChange', '0');
    const before = [readFileSync(join(dir, '.git/index')), readdirSync(join(dir, '.git'))];
    const opened = await open();
    expect((await opened.changes('HEAD', INDEX)).map(describeChange)).toEqual(['modified in/a']);
    const tree = await opened.indexTree();
    expect((await opened.changes('HEAD', tree)).map(describeChange)).toEqual(['modified in/a']);
    expect((await opened.listTree(tree)).map(({ path }) => path)).toEqual(['in/a', 'out/b', 'out/deep/c']);
    expect([readFileSync(join(dir, '.git/index')), readdirSync(join(dir, '.git'))]).toEqual(before);
  });
});
