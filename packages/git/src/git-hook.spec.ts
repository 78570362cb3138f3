import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INDEX } from './change.ts';
import { openRepository } from './open-repository.ts';
import { describeChange } from './testing/describe-change.ts';
import { errorCode } from './testing/error-code.ts';
import { temporaryRepository, type TemporaryRepository } from './testing/temporary-repository.ts';

interface HookCall {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Installs a hook that notes how git called it, keeps the files of that moment, and refuses. */
function noteHook({ dir, beside, write }: TemporaryRepository, gitDir: string, name: string): () => HookCall {
  const note = join(beside, 'note');
  const hook = join(gitDir, 'hooks', name);
  write(
    hook.slice(dir.length + 1),
    `#!/bin/sh\ncp -R "${dir}" "${beside}/then"\npwd > "${note}"\nenv | grep ^GIT_ >> "${note}"\nexit 1\n`,
  );
  chmodSync(hook, 0o755);
  return () => {
    const [cwd = '', ...lines] = readFileSync(note, 'utf8').trim().split('\n');
    // Git removes its temporary index and objects when the hook is over, so the copy of that moment is opened.
    const then = (text: string): string => text.replaceAll(dir, join(beside, 'then'));
    return {
      cwd: then(cwd),
      env: Object.fromEntries(
        lines.map((line) => [line.slice(0, line.indexOf('=')), then(line.slice(line.indexOf('=') + 1))]),
      ),
    };
  };
}

function tryCommand(repository: TemporaryRepository, ...args: string[]): void {
  expect(() => repository.git(...args)).toThrow();
}

async function judged(repository: TemporaryRepository, { cwd, env }: HookCall): Promise<readonly string[]> {
  const options = { env: { ...repository.env, ...env }, cwd, inheritGitEnvironment: true };
  const opened = await openRepository(cwd, options);
  return (await opened.changes('HEAD', INDEX)).map(describeChange);
}

function twoChangedFiles(): TemporaryRepository {
  const repository = temporaryRepository();
  repository.write('a.ts', 'a');
  repository.write('b.ts', 'b');
  repository.commit('one');
  repository.write('a.ts', 'a2');
  repository.write('b.ts', 'b2');
  repository.git('add', 'a.ts');
  return repository;
}

describe('when git started the hook', () => {
  it.each([
    ['git commit', ['commit', '-m', 'x'], ['modified a.ts']],
    ['git commit -a', ['commit', '-a', '-m', 'x'], ['modified a.ts', 'modified b.ts']],
    ['H18 git commit -- b.ts', ['commit', '-m', 'x', '--', 'b.ts'], ['modified b.ts']],
  ])('%s is judged by the index that git named', async (_, command, expected) => {
    const repository = twoChangedFiles();
    const call = noteHook(repository, join(repository.dir, '.git'), 'pre-commit');
    tryCommand(repository, ...command);
    expect(await judged(repository, call())).toEqual(expected);
  });

  it('H18 an index that is gone is an error and not "everything deleted"', async () => {
    const repository = twoChangedFiles();
    const env = { ...repository.env, GIT_INDEX_FILE: '.git/next-index-1.lock' };
    const opened = await openRepository(repository.dir, { env, cwd: repository.dir, inheritGitEnvironment: true });
    expect(await errorCode(() => opened.changes('HEAD', INDEX))).toBe('no-index');
    expect(await errorCode(() => opened.indexTree())).toBe('no-index');
  });

  it('does not let its index reach a question about another repository', async () => {
    const hooked = twoChangedFiles();
    const other = twoChangedFiles();
    const env = { ...hooked.env, GIT_DIR: join(hooked.dir, '.git'), GIT_INDEX_FILE: join(hooked.dir, '.git/none') };
    const opened = await openRepository(other.dir, { env });
    expect(opened.topLevel).toBe(other.dir);
    expect(await opened.changes('HEAD', INDEX)).toHaveLength(1);
    const inherited = openRepository(other.dir, { env, cwd: hooked.dir, inheritGitEnvironment: true });
    expect(await errorCode(() => inherited)).toBe('wrong-repository');
  });

  it('a pre-receive hook sees the objects that are still in quarantine', async () => {
    const repository = temporaryRepository('--bare');
    const sender = temporaryRepository();
    sender.write('a.ts', 'a');
    const id = sender.commit('one');
    const call = noteHook(repository, repository.dir, 'pre-receive');
    expect(() => sender.git('push', '--quiet', repository.dir, 'main')).toThrow();
    const { cwd, env } = call();
    const opened = await openRepository(cwd, { env: { ...repository.env, ...env }, cwd, inheritGitEnvironment: true });
    expect(opened.topLevel).toBeUndefined();
    expect((await opened.listTree(id)).map(({ path }) => path)).toEqual(['a.ts']);
    expect((await opened.readCommitFile(id, 'a.ts'))?.toString()).toBe('a');
    expect(await errorCode(() => opened.changes(id, INDEX))).toBe('no-index');
    const stripped = await openRepository(cwd, { env: repository.env });
    expect(await errorCode(() => stripped.listTree(id))).toBe('unknown-revision');
  });

  it('a linked work tree is judged by its own index', async () => {
    const repository = twoChangedFiles();
    const linked = join(repository.beside, 'linked');
    repository.git('worktree', 'add', '--quiet', linked);
    repository.write('../beside/linked/b.ts', 'b3');
    repository.run(['add', '.'], { cwd: linked });
    const gitDir = join(repository.dir, '.git/worktrees/linked');
    const env = { ...repository.env, GIT_DIR: gitDir, GIT_INDEX_FILE: join(gitDir, 'index') };
    mkdirSync(join(linked, 'sub'));
    const opened = await openRepository(join(linked, 'sub'), { env, cwd: linked, inheritGitEnvironment: true });
    expect(opened).toMatchObject({ gitDir, topLevel: linked });
    expect((await opened.changes('HEAD', INDEX)).map(describeChange)).toEqual(['modified b.ts']);
  });
});
