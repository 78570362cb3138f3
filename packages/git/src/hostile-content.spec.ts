import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INDEX } from './change.ts';
import { openRepository } from './open-repository.ts';
import { describeChange } from './testing/describe-change.ts';
import { errorCode } from './testing/error-code.ts';
import { temporaryRepository, type TemporaryRepository } from './testing/temporary-repository.ts';

const LIMITS = { maxBytes: 1000 };

/** Stores a tree as it is, which no ordinary command would write. */
function rawTree(
  { run }: TemporaryRepository,
  ...entries: readonly (readonly [name: string | Buffer, id: string, mode?: string])[]
): string {
  const bytes = entries.map(([name, id, mode = '100644']) =>
    Buffer.concat([Buffer.from(`${mode} `), Buffer.from(name), Buffer.from([0]), Buffer.from(id, 'hex')]),
  );
  const args = ['hash-object', '-t', 'tree', '-w', '--literally', '--stdin'];
  return run(args, { input: Buffer.concat(bytes) })
    .toString()
    .trim();
}

function blob({ run }: TemporaryRepository, content: string): string {
  return run(['hash-object', '-w', '--stdin'], { input: content }).toString().trim();
}

/** A program that leaves a trace when anybody runs it. */
function tripwire({ beside }: TemporaryRepository): { readonly program: string; wasRun(): boolean } {
  const [program, trace] = [join(beside, 'evil.sh'), join(beside, 'trace')];
  writeFileSync(program, `#!/bin/sh\necho "$0 $@" >> "${trace}"\necho GOOD\n`);
  chmodSync(program, 0o755);
  return { program, wasRun: () => existsSync(trace) };
}

describe('when the work tree, the index flags or filters show something else than is stored', () => {
  it('G01 a good file put back after the bad one was staged changes nothing', async () => {
    const { write, commit, git, open } = temporaryRepository();
    write('app.py', 'GOOD\n');
    commit('one');
    write('app.py', 'EVIL\n');
    git('add', 'app.py');
    write('app.py', 'GOOD\n');
    const opened = await open();
    const [change] = await opened.changes('HEAD', INDEX);
    const id = change?.kind === 'modified' ? change.head.blob : 'none';
    expect((await opened.readBlobs([id], LIMITS)).get(id)).toEqual({ kind: 'content', bytes: Buffer.from('EVIL\n') });
  });

  it.each(['--assume-unchanged', '--skip-worktree'])('G01 %s hides no staged content', async (flag) => {
    const { write, commit, git, open } = temporaryRepository();
    write('app.py', 'GOOD\n');
    commit('one');
    write('app.py', 'EVIL\n');
    git('add', 'app.py');
    git('update-index', flag, 'app.py');
    const opened = await open();
    expect((await opened.changes('HEAD', INDEX)).map(describeChange)).toEqual(['modified app.py']);
    expect((await opened.changes('HEAD', await opened.indexTree())).map(describeChange)).toEqual(['modified app.py']);
  });

  it('G02 no clean or smudge filter has a part in what is read', async () => {
    const repository = temporaryRepository();
    const { write, commit, git, open } = repository;
    write('app.py', 'EVIL\n');
    const id = commit('one');
    const trap = tripwire(repository);
    git('config', 'filter.evil.clean', trap.program);
    git('config', 'filter.evil.smudge', trap.program);
    write('.git/info/attributes', '*.py filter=evil\n');
    const opened = await open();
    expect((await opened.readCommitFile(id, 'app.py'))?.toString()).toBe('EVIL\n');
    expect(await opened.changes(id, INDEX)).toEqual([]);
    expect(trap.wasRun()).toBe(false);
  });

  it('G03 attributes that hide a file from archives and diffs hide nothing', async () => {
    const { write, commit, open } = temporaryRepository();
    const base = commit('one');
    write('.gitattributes', '*.py export-ignore -diff working-tree-encoding=UTF-16\n');
    const head = commit('two');
    write('app.py', '');
    const last = commit('three');
    const opened = await open();
    expect((await opened.changes(base, head)).map(describeChange)).toEqual(['added .gitattributes']);
    expect((await opened.changes(base, last)).map(describeChange)).toEqual(['added .gitattributes', 'added app.py']);
  });

  it('G17 no program of the configuration is run', async () => {
    const repository = temporaryRepository();
    const { dir, env, write, commit, git } = repository;
    write('old.py', 'line\n'.repeat(50));
    const base = commit('one');
    const trap = tripwire(repository);
    for (const key of [
      'diff.external',
      'diff.evil.textconv',
      'diff.evil.command',
      'core.fsmonitor',
      'core.pager',
      'core.sshCommand',
    ]) {
      git('config', key, trap.program);
    }
    git('config', 'core.attributesFile', join(dir, 'attributes'));
    for (const file of ['attributes', '.gitattributes', '.git/info/attributes']) write(file, '*.py diff=evil\n');
    git('-c', 'core.fsmonitor=false', 'mv', 'old.py', 'new.py');
    git('-c', 'core.fsmonitor=false', 'commit', '--quiet', '-m', 'two');
    const attack = {
      GIT_EXTERNAL_DIFF: trap.program,
      GIT_PAGER: trap.program,
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.fsmonitor',
      GIT_CONFIG_VALUE_0: trap.program,
    };
    rmSync(join(repository.beside, 'trace'), { force: true });
    const opened = await openRepository(dir, { env: { ...env, ...attack }, inheritGitEnvironment: true, cwd: dir });
    expect((await opened.changes(base, 'HEAD')).map(describeChange)).toEqual(['renamed old.py -> new.py']);
    expect(await opened.changes('HEAD', INDEX)).toEqual([]);
    await opened.indexTree();
    await opened.mergeBase(base, 'HEAD');
    expect(trap.wasRun()).toBe(false);
  });
});

describe('when history or objects are replaced', () => {
  it('G04 a replace ref does not change what is read', async () => {
    const { write, commit, git, open } = temporaryRepository();
    write('app.py', 'EVIL\n');
    const bad = commit('bad');
    write('app.py', 'GOOD\n');
    const good = commit('good');
    const badBlob = git('rev-parse', `${bad}:app.py`);
    git('replace', bad, good);
    git('replace', badBlob, git('rev-parse', `${good}:app.py`));
    const opened = await open();
    expect((await opened.readCommitFile(bad, 'app.py'))?.toString()).toBe('EVIL\n');
    expect((await opened.changes(bad, good)).map(describeChange)).toEqual(['modified app.py']);
    const contents = await opened.readBlobs([badBlob], LIMITS);
    expect(contents.get(badBlob)).toEqual({ kind: 'content', bytes: Buffer.from('EVIL\n') });
  });

  it('G05 a graft does not move the merge base', async () => {
    const { write, commit, git, open } = temporaryRepository();
    const first = commit('one');
    git('checkout', '--quiet', '-b', 'agent');
    const second = commit('two');
    git('checkout', '--quiet', 'main');
    const third = commit('three');
    write('.git/info/grafts', `${third} ${second}\n`);
    expect(git('merge-base', third, second)).toBe(second);
    expect(await (await open()).mergeBase(third, second)).toBe(first);
  });

  it('G05 GIT_SHALLOW_FILE does not cut history', async () => {
    const { dir, env, write, commit } = temporaryRepository();
    const first = commit('one');
    const second = commit('two');
    write('cut', `${second}\n`);
    const attack = { ...env, GIT_SHALLOW_FILE: join(dir, 'cut') };
    const opened = await openRepository(dir, { env: attack, cwd: dir, inheritGitEnvironment: true });
    expect(await opened.mergeBase(first, second)).toBe(first);
    expect(await opened.isShallow()).toBe(false);
  });

  it('G05 a forged commit-graph does not move the merge base', async () => {
    const { dir, write, commit, git, open } = temporaryRepository();
    const first = commit('one');
    git('checkout', '--quiet', '-b', 'agent');
    const second = commit('two');
    git('checkout', '--quiet', 'main');
    commit('three');
    write('file', 'x');
    const between = commit('between');
    const third = commit('last');
    git('commit-graph', 'write', '--reachable');
    const file = join(dir, '.git/objects/info/commit-graph');
    const graph = readFileSync(file);
    // git reads the two commits it was asked about as objects, but what lies between them from the graph.
    // A commit's record there starts with its tree, then the place of its first parent in the sorted list of ids.
    const parent = graph.indexOf(Buffer.from(git('rev-parse', `${between}^{tree}`), 'hex')) + 20;
    graph.writeUInt32BE(git('rev-list', '--all').split('\n').sort().indexOf(second), parent);
    chmodSync(file, 0o644);
    writeFileSync(file, graph);
    expect(git('merge-base', third, second)).toBe(second);
    expect(await (await open()).mergeBase(third, second)).toBe(first);
  });
});

describe('when a tree is not what it seems', () => {
  it.each([
    ['the good one first', ['good', 'evil']],
    ['the evil one first', ['evil', 'good']],
  ] as const)('G08 two app.py entries, %s, are refused', async (_, order) => {
    const repository = temporaryRepository();
    const ids = { good: blob(repository, 'good'), evil: blob(repository, 'evil') };
    const base = rawTree(repository, ['app.py', ids.good]);
    const double = rawTree(repository, ['app.py', ids[order[0]]], ['app.py', ids[order[1]]]);
    const commit = repository.git('commit-tree', '-m', 'x', double);
    const opened = await repository.open();
    expect(await errorCode(() => opened.listTree(double))).toBe('duplicate-entry');
    expect(await errorCode(() => opened.changes(base, double))).toBe('duplicate-entry');
    expect(await errorCode(() => opened.changes(double, base))).toBe('duplicate-entry');
    expect(await errorCode(() => opened.changes(double, INDEX))).toBe('duplicate-entry');
    expect(await errorCode(() => opened.readCommitFile(commit, 'app.py'))).toBe('duplicate-entry');
  });

  it('G08 two folders of one name are refused, however deep', async () => {
    const repository = temporaryRepository();
    const id = blob(repository, 'x');
    const [one, two] = [rawTree(repository, ['a.py', id]), rawTree(repository, ['b.py', id])];
    const inner = rawTree(repository, ['src', one, '40000'], ['src', two, '40000']);
    const double = rawTree(repository, ['app', inner, '40000']);
    const single = rawTree(repository, ['app', rawTree(repository, ['src', one, '40000']), '40000']);
    const opened = await repository.open();
    expect(await errorCode(() => opened.listTree(double))).toBe('duplicate-entry');
    expect(await errorCode(() => opened.changes(single, double))).toBe('duplicate-entry');
  });

  it('G08 one name with a slash does not stand for the file in a folder', async () => {
    const repository = temporaryRepository();
    const [good, evil] = [blob(repository, 'good'), blob(repository, 'evil')];
    const base = rawTree(repository, ['src', rawTree(repository, ['app.py', good]), '40000']);
    const both = rawTree(repository, ['src', rawTree(repository, ['app.py', good]), '40000'], ['src/app.py', evil]);
    const opened = await repository.open();
    expect(await errorCode(() => opened.listTree(both))).toBe('duplicate-entry');
    expect(await errorCode(() => opened.changes(base, both))).toBe('malformed-tree');
  });

  it.each([
    ['a newline', 'a\nb.py'],
    ['an escape sequence', 'a\u001b[31m.py'],
    ['bytes that are not UTF-8', Buffer.from([0x61, 0xe9, 0x2e, 0x70, 0x79])],
    ['a parent folder', '..'],
    ['the git folder', '.git'],
  ])('G14 a name with %s is refused', async (_, name) => {
    const repository = temporaryRepository();
    const tree = rawTree(repository, [name, blob(repository, 'x')]);
    const empty = rawTree(repository);
    const opened = await repository.open();
    expect(await errorCode(() => opened.listTree(tree))).toBe('hostile-path');
    expect(await errorCode(() => opened.changes(empty, tree))).toBe('hostile-path');
  });

  it('G14 a staged name that is not UTF-8 is refused', async () => {
    const repository = temporaryRepository();
    const entry = Buffer.concat([Buffer.from(`100644 ${blob(repository, 'x')}\ta`), Buffer.from([0xff, 0])]);
    repository.run(['update-index', '-z', '--index-info'], { input: entry });
    const opened = await repository.open();
    const empty = rawTree(repository);
    expect(await errorCode(() => opened.changes(empty, INDEX))).toBe('hostile-path');
  });

  it('G14 odd but honest names are read as they are', async () => {
    const { write, commit, git, open } = temporaryRepository();
    // In the order of their bytes.
    const names = [
      '"quoted".py',
      '*.py',
      '-rf',
      ':!x',
      ':(exclude)x',
      'a b',
      'back\\slash',
      "it's",
      'ümlaut/日本.py',
      '\u{1F600}',
    ];
    const base = commit('one');
    for (const name of names) write(name, name);
    git('--literal-pathspecs', 'add', '--all');
    const opened = await open();
    expect((await opened.changes(base, INDEX)).map(describeChange)).toEqual(names.map((name) => `added ${name}`));
    const head = commit('two');
    expect((await opened.listTree(head)).map(({ path }) => path)).toEqual(names);
    for (const name of names) expect((await opened.readCommitFile(head, name))?.toString()).toBe(name);
  });
});
