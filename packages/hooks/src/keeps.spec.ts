import { chmod, lstat, mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import husky from 'husky';
import { describe, expect, it } from 'vitest';
import { RealRepository } from './cases/real-repository.ts';
import { HooksError } from './hooks-error.ts';
import { installHooks } from './install-hooks.ts';
import { pawlBlock } from './pawl-block.ts';

describe('when hooks were there before', () => {
  it.each([
    ['in the default folder', '.git/hooks', undefined],
    ['in a folder of the project', '.githooks', '.githooks'],
    ['in a folder named absolutely', '../else where', 'absolute'],
  ])('keeps a hand-written hook %s firing, before Pawl', async (_, folder, setting) => {
    const repository = await RealRepository.create();
    const { file, lines } = await repository.order();
    await repository.write(`${folder}/pre-commit`, `#!/bin/sh\necho before >>'${file}'\n`, 0o755);
    const value = setting === 'absolute' ? join(repository.topLevel, folder) : setting;
    if (value !== undefined) await repository.git('config', 'core.hooksPath', value);
    const { notes } = await repository.install();
    await repository.git('commit', '-q', '--allow-empty', '-m', 'x');
    expect(await lines()).toEqual(['before', 'pawl']);
    expect(notes.join()).toContain('pre-commit');
    expect(await repository.read('.git/pawl/previous-hooks-path')).toBe(`${value ?? ''}\n`);
  });

  it('keeps a hook that husky does not know', async () => {
    const repository = await RealRepository.create();
    const { file, lines } = await repository.order();
    await repository.write('.git/hooks/post-index-change', `#!/bin/sh\necho changed >>'${file}'\n`, 0o755);
    await repository.install();
    await repository.stage('x');
    expect((await lines())[0]).toBe('changed');
  });

  it('leaves samples and hooks that are not executable alone', async () => {
    const repository = await RealRepository.create();
    await repository.write('.git/hooks/pre-commit', '#!/bin/sh\nexit 1\n');
    await repository.write('.git/hooks/commit-msg.sample', '#!/bin/sh\nexit 1\n', 0o755);
    await repository.install();
    expect(await repository.tryGit(['commit', '--allow-empty', '-m', 'x'])).toMatchObject({ status: 0 });
  });

  it('refuses what the hook of before refuses', async () => {
    const repository = await RealRepository.create();
    await repository.write('.git/hooks/commit-msg', '#!/bin/sh\nexit 7\n', 0o755);
    await repository.install();
    expect((await repository.tryGit(['commit', '--allow-empty', '-m', 'x'])).status).toBe(1);
  });
});

describe('when the project uses husky', () => {
  async function withHusky(directory = '.husky'): Promise<RealRepository> {
    const repository = await RealRepository.create();
    const cwd = process.cwd();
    process.chdir(repository.topLevel);
    try {
      expect(husky(directory)).toBe('');
    } finally {
      process.chdir(cwd);
    }
    return repository;
  }

  it.each(['.husky', 'packages/app/.husky'])('runs the scripts in %s first and Pawl once', async (directory) => {
    const repository = await withHusky(directory);
    const { file, lines } = await repository.order();
    await repository.write(`${directory}/pre-commit`, `echo script >>'${file}'`);
    await repository.write(`${directory}/commit-msg`, `test -f "$1" && echo message >>'${file}'\n`);
    await repository.install();
    await repository.git('commit', '-q', '--allow-empty', '-m', 'x');
    expect(await lines()).toEqual(['script', 'pawl', 'message']);
  });

  it('does not start the hooks in the default folder that husky had replaced', async () => {
    const repository = await withHusky();
    await repository.write('.git/hooks/pre-commit', '#!/bin/sh\nexit 1\n', 0o755);
    await repository.install();
    expect((await repository.tryGit(['commit', '--allow-empty', '-m', 'x'])).status).toBe(0);
  });

  it('puts the commands of the project on the PATH, stops at the first failure and says whose it was', async () => {
    const repository = await withHusky();
    await repository.write('node_modules/.bin/lint', '#!/bin/sh\nexit 3\n', 0o755);
    await repository.write('.husky/pre-commit', 'lint\ntrue\n');
    await repository.install();
    const { status, stderr } = await repository.tryGit(['commit', '--allow-empty', '-m', 'x']);
    expect({ status, stderr }).toEqual({ status: 1, stderr: 'husky - pre-commit script failed (code 3)\n' });
    expect(await repository.judged()).toEqual([]);
  });

  it('leaves out the commands of the script, and nothing else, with HUSKY=0', async () => {
    const repository = await withHusky();
    const { file, lines } = await repository.order();
    await repository.write('.husky/pre-commit', `echo script >>'${file}'\n`);
    await repository.install();
    await repository.tryGit(['commit', '--allow-empty', '-m', 'x'], { env: { HUSKY: '0' } });
    expect(await lines()).toEqual(['pawl']);
  });

  it("starts husky's start-up file before the script", async () => {
    const repository = await withHusky();
    const { file, lines } = await repository.order();
    await repository.write('../home/.config/husky/init.sh', 'export GREETING=hello\n');
    await repository.write('.husky/pre-commit', `echo "$GREETING" >>'${file}'\n`);
    await repository.install();
    await repository.git('commit', '-q', '--allow-empty', '-m', 'x');
    expect(await lines()).toEqual(['hello', 'pawl']);
  });

  it('stops at the block in a script that goes on after failures, started by husky', async () => {
    const repository = await withHusky();
    await repository.install();
    await repository.write('.husky/pre-commit', `set +e\n${pawlBlock('pre-commit')}true\n`);
    await repository.git('config', 'core.hooksPath', '.husky/_');
    await repository.refuse();
    expect((await repository.tryGit(['commit', '--allow-empty', '-m', 'x'])).status).toBe(1);
  });

  it('judges what a formatter in the script has staged', async () => {
    const repository = await withHusky();
    await repository.write('.husky/pre-commit', 'echo formatted >file.txt\ngit add file.txt\n');
    await repository.install();
    await repository.stage('raw\n');
    await repository.git('commit', '-q', '-m', 'x');
    expect(await repository.git('show', 'HEAD:file.txt')).toBe('formatted\n');
    expect(await repository.judged()).toEqual(['pre-commit']);
  });

  it('still judges through the script, and keeps the hook of before on record, after npm install ran husky again', async () => {
    const repository = await RealRepository.create();
    const { file, lines } = await repository.order();
    await repository.write('.git/hooks/pre-commit', `#!/bin/sh\necho before >>'${file}'\n`, 0o755);
    await repository.install();
    await repository.git('config', 'core.hooksPath', '.husky/_');
    await repository.git('commit', '-q', '--allow-empty', '-m', 'x');
    expect(await lines()).toEqual(['pawl']);
    const { changes } = await repository.install();
    expect(changes.filter(({ action }) => action !== 'unchanged').map(({ path }) => path)).toEqual(['core.hooksPath']);
    await repository.git('commit', '-q', '--allow-empty', '-m', 'y');
    expect(await lines()).toEqual(['pawl', 'before', 'pawl']);
  });

  it('commits with a hint in a clone in which Pawl was never set up', async () => {
    const repository = await RealRepository.create();
    await repository.install();
    await repository.git('config', 'core.hooksPath', '.husky/_');
    await rm(join(repository.commonDir, 'pawl'), { recursive: true });
    const { status, stderr } = await repository.tryGit(['commit', '--allow-empty', '-m', 'x']);
    expect(status).toBe(0);
    expect(stderr).toContain('npx pawl init');
  });

  it('falls back to the pawl of the project in such a clone', async () => {
    const repository = await withHusky();
    const { file, lines } = await repository.order();
    await repository.write('.husky/pre-commit', pawlBlock('pre-commit'));
    await repository.write('node_modules/.bin/pawl', `#!/bin/sh\necho "$@" >>'${file}'\n`, 0o755);
    await repository.git('commit', '-q', '--allow-empty', '-m', 'x');
    expect(await lines()).toEqual(['hook pre-commit']);
  });

  it('is not silenced by the marker of another repository whose script commits here', async () => {
    const outer = await RealRepository.create();
    const inner = await withHusky();
    await inner.install();
    await inner.git('config', 'core.hooksPath', '.husky/_');
    const commit = `env -u GIT_DIR -u GIT_INDEX_FILE git -C "${inner.topLevel.replaceAll('$', '\\$')}" commit -q --allow-empty -m inner\n`;
    await outer.write('.husky/pre-commit', commit);
    await outer.install();
    await outer.git('commit', '-q', '--allow-empty', '-m', 'outer');
    expect(await inner.judged()).toEqual(['pre-commit']);
    expect(await outer.judged()).toEqual(['pre-commit']);
  });
});

describe('when it installs', () => {
  it('changes no byte the second time', async () => {
    const repository = await RealRepository.create();
    await repository.write('package.json', '{ "devDependencies": { "pawl": "1.0.0" } }\n');
    await repository.install();
    const before = await repository.everything();
    const { changes } = await repository.install();
    expect(await repository.everything()).toEqual(before);
    expect(changes.every(({ action }) => action === 'unchanged')).toBe(true);
  });

  it('writes nothing in a dry run and reports the same changes', async () => {
    const repository = await RealRepository.create();
    await repository.write('package.json', '{ "devDependencies": { "pawl": "1.0.0" } }\n');
    const before = await repository.everything();
    const planned = await repository.install({ dryRun: true });
    expect(await repository.everything()).toEqual(before);
    expect(await repository.install()).toEqual(planned);
    expect(planned.changes.map(({ path }) => path)).toContain(join(repository.topLevel, '.husky/pre-commit'));
  });

  it('keeps the bytes, the permissions and the encoding of a script and appends to it', async () => {
    const repository = await RealRepository.create();
    const script = join(repository.topLevel, '.husky/pre-commit');
    const bytes = Buffer.from('# caf\xe9\r\ntrue\r\n# no line end', 'latin1');
    await mkdir(join(repository.topLevel, '.husky'));
    await writeFile(script, bytes);
    await chmod(script, 0o751);
    await repository.install();
    expect((await readFile(script)).subarray(0, bytes.length)).toEqual(bytes);
    expect((await stat(script)).mode & 0o777).toBe(0o751);
  });

  it('mends a dispatcher that lost its permission to run (H04)', async () => {
    const repository = await RealRepository.create();
    await repository.install();
    await chmod(join(repository.commonDir, 'pawl/hooks/pre-commit'), 0o644);
    const { changes } = await repository.install();
    const touched = changes.filter(({ action }) => action === 'updated').map(({ path }) => path);
    expect(touched).toEqual([join(repository.commonDir, 'pawl/hooks/pre-commit')]);
    await repository.git('commit', '-q', '--allow-empty', '-m', 'x');
    expect(await repository.judged()).toEqual(['pre-commit']);
  });

  it('writes through a link inside of the work tree and refuses one that leads out', async () => {
    const repository = await RealRepository.create();
    await repository.write('tools/pre-commit', 'true\n');
    await repository.write('../elsewhere', 'true\n');
    await repository.write('.husky/.keep', '');
    await symlink('../tools/pre-commit', join(repository.topLevel, '.husky/pre-commit'));
    await repository.install();
    expect((await lstat(join(repository.topLevel, '.husky/pre-commit'))).isSymbolicLink()).toBe(true);
    expect(await repository.read('tools/pre-commit')).toContain('# >>> pawl');
    await rm(join(repository.topLevel, '.husky/pre-push'));
    await symlink('../../elsewhere', join(repository.topLevel, '.husky/pre-push'));
    await expect(repository.install()).rejects.toMatchObject({ name: 'HooksError', code: 'outside-repository' });
  });

  it('says so when another setting keeps git away from the hooks', async () => {
    const repository = await RealRepository.create();
    await repository.git('config', 'extensions.worktreeConfig', 'true');
    await repository.git('config', '--worktree', 'core.hooksPath', '/dev/null');
    const failure = repository.install();
    await expect(failure).rejects.toBeInstanceOf(HooksError);
    await expect(failure).rejects.toMatchObject({ code: 'hooks-path-overridden' });
  });

  it.each([
    ['a hook file that does not exist', 'no', 'hook-file-missing'],
    ['a hook file that only yarn can read', 'pawl-npm-1.0.0.zip/node_modules/pawl/hook.js', 'hook-file-in-archive'],
  ])('refuses to install %s', async (_what, hookFile, code) => {
    const repository = await RealRepository.create();
    const { topLevel, commonDir } = repository;
    const options = { topLevel, commonDir, nodeFile: process.execPath, git: repository.port(), dryRun: false };
    await expect(installHooks({ ...options, hookFile: join(repository.root, hookFile) })).rejects.toMatchObject({
      code,
    });
  });
});
