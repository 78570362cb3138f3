import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RealRepository } from './cases/real-repository.ts';

describe('when Pawl is installed in a repository without hooks', () => {
  it('judges a plain commit once, at the top of the work tree, on the index that git names', async () => {
    const repository = await RealRepository.create();
    await repository.install();
    await repository.stage('one');
    await repository.git('commit', '-q', '-m', 'one');
    expect(await repository.recorded()).toEqual([
      { argv: ['pre-commit'], cwd: repository.topLevel, index: '.git/index', stdin: '', nodeOptions: null },
    ]);
  });

  it('judges a commit in a linked worktree, also one whose branch has no scripts', async () => {
    const repository = await RealRepository.create();
    await repository.git('branch', 'bare');
    await repository.install();
    const linked = join(repository.root, 'linked tree');
    await repository.git('worktree', 'add', '-q', linked, 'bare');
    expect(await repository.tryGit(['commit', '--allow-empty', '-m', 'x'], { cwd: linked })).toMatchObject({
      status: 0,
    });
    const [only, ...more] = await repository.recorded();
    expect(more).toEqual([]);
    expect(only).toMatchObject({ argv: ['pre-commit'], cwd: linked });
    expect(only?.index).toContain('/worktrees/');
  });

  it('judges the scripts of a linked worktree once', async () => {
    const repository = await RealRepository.create();
    await repository.install();
    await repository.git('add', '.husky');
    await repository.git('commit', '-q', '-m', 'hooks');
    const linked = join(repository.root, 'linked');
    await repository.git('worktree', 'add', '-q', linked);
    await repository.tryGit(['commit', '--allow-empty', '-m', 'x'], { cwd: linked });
    expect((await repository.recorded()).map(({ cwd }) => cwd)).toEqual([repository.topLevel, linked]);
  });

  it('judges a commit from a sub-directory', async () => {
    const repository = await RealRepository.create();
    await repository.install();
    await mkdir(join(repository.topLevel, 'deep/down'), { recursive: true });
    await repository.stage('one');
    await repository.tryGit(['commit', '-m', 'x'], { cwd: join(repository.topLevel, 'deep/down') });
    expect((await repository.recorded()).map(({ cwd }) => cwd)).toEqual([repository.topLevel]);
  });

  it('hands on the temporary index of a commit of single paths (H18)', async () => {
    const repository = await RealRepository.create();
    await repository.stage('one');
    await repository.git('commit', '-q', '-m', 'one');
    await repository.install();
    await repository.write('file.txt', 'two');
    await repository.git('commit', '-q', '-m', 'two', '--', 'file.txt');
    expect((await repository.recorded())[0]?.index).toMatch(/\/next-index-\d+\.lock$/u);
  });

  it('refuses the commit that Pawl refuses', async () => {
    const repository = await RealRepository.create();
    await repository.install();
    await repository.refuse();
    const before = await repository.git('rev-parse', 'HEAD');
    expect(await repository.tryGit(['commit', '--allow-empty', '-m', 'x'])).toMatchObject({ status: 1 });
    expect(await repository.git('rev-parse', 'HEAD')).toBe(before);
  });

  it('drops variables that make node load other code (H14)', async () => {
    const repository = await RealRepository.create();
    await repository.install();
    const env = { NODE_OPTIONS: '--require=/does/not/exist.cjs' };
    expect(await repository.tryGit(['commit', '--allow-empty', '-m', 'x'], { env })).toMatchObject({ status: 0 });
    expect((await repository.recorded())[0]?.nodeOptions).toBeNull();
  });

  it('refuses to commit when the bundled hook is gone', async () => {
    const repository = await RealRepository.create();
    await repository.install();
    await rm(repository.hookFile);
    const { status, stderr } = await repository.tryGit(['commit', '--allow-empty', '-m', 'x']);
    expect(status).not.toBe(0);
    expect(stderr).toContain('npx pawl init');
  });

  it('refuses to commit when the script that starts Pawl is gone', async () => {
    const repository = await RealRepository.create();
    await repository.install();
    await rm(join(repository.commonDir, 'pawl/hook'));
    const { status, stderr } = await repository.tryGit(['commit', '--allow-empty', '-m', 'x']);
    expect(status).not.toBe(0);
    expect(stderr).toContain('npx pawl init');
  });

  it('finds another node when the one that installed it is gone', async () => {
    const repository = await RealRepository.create();
    await repository.install({ nodeFile: join(repository.root, 'no such node') });
    await repository.git('commit', '-q', '--allow-empty', '-m', 'x');
    expect(await repository.judged()).toEqual(['pre-commit']);
  });
});

describe('when somebody tries to leave Pawl out', () => {
  it.each([
    ['HUSKY=0 (H02)', { HUSKY: '0' }],
    ['a guessed marker', { PAWL_DISPATCHER: '1' }],
  ])('judges all the same with %s', async (_, env) => {
    const repository = await RealRepository.create();
    await repository.install();
    await repository.tryGit(['commit', '--allow-empty', '-m', 'x'], { env });
    expect(await repository.judged()).toEqual(['pre-commit']);
  });

  it('judges all the same when husky is left by its own start-up file (H02)', async () => {
    const repository = await RealRepository.create();
    await repository.install();
    await mkdir(join(repository.root, 'home/.config/husky'), { recursive: true });
    await repository.write('../home/.config/husky/init.sh', 'exit 0\n');
    await repository.git('commit', '-q', '--allow-empty', '-m', 'x');
    expect(await repository.judged()).toEqual(['pre-commit']);
  });

  it.each([
    ['is deleted (H03)', undefined],
    ['is emptied (H03)', ''],
    ['ends before our block', 'exit 0\n'],
  ])('judges all the same when the script %s', async (_, text) => {
    const repository = await RealRepository.create();
    await repository.install();
    if (text === undefined) await rm(join(repository.topLevel, '.husky/pre-commit'));
    else await repository.write('.husky/pre-commit', text + (text && (await repository.read('.husky/pre-commit'))));
    await repository.git('commit', '-q', '--allow-empty', '-m', 'x');
    expect(await repository.judged()).toEqual(['pre-commit']);
  });
});
