import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { gitVersion, readSettings } from './read-settings.ts';

function repository(): {
  readonly dir: string;
  readonly env: NodeJS.ProcessEnv;
  readonly git: (...args: string[]) => void;
} {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'pawl-settings-')));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const env = { PATH: process.env['PATH'], HOME: dir };
  const git = (...args: string[]): void => void execFileSync('git', args, { cwd: dir, env });
  git('init', '--quiet');
  return { dir, env, git };
}

describe('when settings are read', () => {
  it('each comes with its scope and its file, and the last one of a key stands last', async () => {
    const { dir, env, git } = repository();
    writeFileSync(join(dir, '.gitconfig'), '[core]\n\thooksPath = /elsewhere\n');
    git('config', 'core.hooksPath', '/here');
    const found = (await readSettings(dir, { env })).filter(({ key }) => key === 'core.hookspath');
    expect(found).toEqual([
      { scope: 'global', origin: `file:${join(dir, '.gitconfig')}`, key: 'core.hookspath', value: '/elsewhere' },
      { scope: 'local', origin: 'file:.git/config', key: 'core.hookspath', value: '/here' },
    ]);
  });

  it('a file that is included on a condition is seen where the condition holds', async () => {
    const { dir, env } = repository();
    writeFileSync(join(dir, 'more'), '[core]\n\thooksPath = /included\n');
    writeFileSync(join(dir, '.gitconfig'), `[includeIf "gitdir:${dir}/"]\n\tpath = ${dir}/more\n`);
    const [found] = (await readSettings(dir, { env })).filter(({ key }) => key === 'core.hookspath');
    expect(found).toMatchObject({ scope: 'global', origin: `file:${dir}/more`, value: '/included' });
  });

  it('a worktree has settings of its own', async () => {
    const { dir, env, git } = repository();
    git('config', 'extensions.worktreeConfig', 'true');
    git('config', '--worktree', 'core.hooksPath', '/dev/null');
    const found = (await readSettings(dir, { env })).filter(({ key }) => key === 'core.hookspath');
    expect(found).toMatchObject([{ scope: 'worktree', value: '/dev/null' }]);
  });

  it('neither our own flags nor the variables of this process are among them', async () => {
    const { dir, env } = repository();
    const more = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'core.hooksPath', GIT_CONFIG_VALUE_0: '/x' };
    const keys = (await readSettings(dir, { env: { ...env, ...more } })).map(({ key }) => key);
    expect(keys).not.toContain('core.hookspath');
    expect(keys).toContain('core.bare');
  });

  it('a value with line breaks and one without a value are read', async () => {
    const { dir, env } = repository();
    writeFileSync(join(dir, '.gitconfig'), '[a]\n\tb = "one\\ntwo"\n\tc\n');
    expect((await readSettings(dir, { env })).filter(({ scope }) => scope === 'global')).toMatchObject([
      { key: 'a.b', value: 'one\ntwo' },
      { key: 'a.c', value: 'true' },
    ]);
  });
});

describe('when git is asked for its version', () => {
  it('it is numbers', async () => {
    expect(await gitVersion()).toMatch(/^\d+\.\d+/u);
  });

  it('a git that is not there is told', async () => {
    await expect(gitVersion({ env: { PATH: '/nowhere' } })).rejects.toMatchObject({ code: 'git-missing' });
  });
});
