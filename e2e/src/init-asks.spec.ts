import { lstat, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { converse, press } from './support/converse.ts';
import { mustSucceed, type Ran } from './support/run.ts';
import { GUARDED_JS } from './support/sources.ts';
import { atTerminal, needsTerminal } from './support/terminal.ts';
import { type Files, temporaryRepository, type TestRepository } from './support/temporary-repository.ts';
import { PAWL } from './support/workspace.ts';

const INIT = `node ${PAWL} init`;
const FILES: Files = { 'app.js': GUARDED_JS, 'app.py': 'x = 1\n', 'CLAUDE.md': 'x\n', '.cursorrules': 'x\n' };

/** As much as one can be asked: two branches, two agents, two scanners, a forge, and a remote that others may read. */
async function unclear(files: Files = FILES): Promise<TestRepository> {
  const repository = await temporaryRepository(files);
  await repository.git('branch', 'develop');
  await repository.git('remote', 'add', 'origin', 'https://github.com/acme/shop.git');
  const programs = join(repository.root, 'programs');
  await mkdir(programs);
  for (const name of ['semgrep', 'bandit'])
    await writeFile(join(programs, name), '#!/bin/sh\necho 1.0.0\n', { mode: 0o755 });
  return { ...repository, env: { ...repository.env, PATH: `${programs}:${repository.env['PATH'] ?? ''}` } };
}

const everything = async (repository: TestRepository) => [await repository.snapshot(), await repository.state()];
const isThere = (repository: TestRepository, path: string): Promise<boolean> =>
  lstat(join(repository.dir, path)).then(
    () => true,
    () => false,
  );

/** What ends with the cursor behind it waits for an answer. */
const prompts = ({ stdout }: Ran): readonly string[] => stdout.match(/\[[^[\]\n\u001b]+\](?=\s)/gu) ?? [];

describe('when pawl init runs at a terminal', () => {
  needsTerminal();

  it('asks five things at most, and Enter is an answer to each', async () => {
    const repository = await unclear();
    const said = await converse(repository, INIT, [
      ['Which branch', ''],
      ['Which coding agents', ''],
      ['Which installed scanners', ''],
      ['Write a pipeline for GitHub?', ''],
      ['Write this?', ''],
    ]);
    expect(said.status).toBe(0);
    expect(prompts(said)).toEqual(['[main]', '[claude-code cursor]', '[semgrep bandit]', '[y/N]', '[Y/n]']);
    const config = await repository.read('pawl.config.jsonc');
    expect(config).toContain('"target": "main"');
    expect(config).toContain('"semgrep": { "rules": ["p/default"] },\n    "bandit": true,\n');
    expect(await isThere(repository, '.claude/settings.json')).toBe(true);
    expect(await isThere(repository, '.cursor/hooks.json')).toBe(true);
    expect(await isThere(repository, '.github')).toBe(false);
  });

  it('does what was answered, by number or by name, and asks again where an answer is none', async () => {
    const repository = await unclear();
    const said = await converse(repository, INIT, [
      ['Which branch', '3'],
      ['none of these', 'develop'],
      ['Which coding agents', '2'],
      ['Which installed scanners', 'none'],
      ['Write a pipeline', 'y'],
      ['Write this?', 'y'],
    ]);
    expect(said.status).toBe(0);
    const config = await repository.read('pawl.config.jsonc');
    expect(config).toContain('"target": "develop"');
    expect(config).toMatch(/^ {2}\/\/ "scanners"/mu);
    expect(await isThere(repository, '.claude')).toBe(false);
    expect(await isThere(repository, '.cursor/hooks.json')).toBe(true);
    expect(await isThere(repository, '.github/workflows/pawl.yml')).toBe(true);
  });

  it('asks nothing that is clear, and shows what it will write before it does', async () => {
    const repository = await temporaryRepository({ 'app.js': GUARDED_JS });
    const before = await everything(repository);
    const { status, stdout } = await converse(repository, INIT, [['Write this?', 'n']]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/This will be written:[\s\S]+created +pawl\.config\.jsonc[\s\S]+Nothing was written\./u);
    expect(await everything(repository)).toEqual(before);
  });

  it('takes what is pasted ahead of its questions', async () => {
    const repository = await unclear();
    const { status } = await press(repository, INIT, [['Which branch', 'develop\r1\r\r\r\r']]);
    expect(status).toBe(0);
    expect(await repository.read('pawl.config.jsonc')).toContain('"target": "develop"');
    expect(await isThere(repository, '.cursor/hooks.json')).toBe(false);
  });

  it.each([
    ['Ctrl-C at the first question', [['Which branch', '\u0003']]],
    [
      'Ctrl-C in the middle of an answer',
      [
        ['Which branch', '\r'],
        ['Which coding agents', 'all\u0003'],
      ],
    ],
    [
      'Ctrl-C when it is to be written',
      [
        ['Which branch', '\r\r\r\r'],
        ['Write this?', '\u0003'],
      ],
    ],
    ['Ctrl-D', [['Which branch', '\u0004']]],
  ] as const)('writes nothing at %s', async (_, keys) => {
    const repository = await unclear();
    const before = await everything(repository);
    const { status, stdout } = await press(repository, INIT, keys);
    expect([status, stdout.includes('nothing was written')]).toEqual([2, true]);
    expect(await everything(repository)).toEqual(before);
  });

  it('is whole, or is made whole by the next run, when Ctrl-C comes while it writes', async () => {
    const repository = await unclear();
    await press(repository, INIT, [
      ['Which branch', '\r\r\r\r'],
      ['Write this?', '\r\u0003\u0003'],
    ]);
    const left = await repository.git('ls-files', '--others', '--ignored', '--exclude=*.tmp');
    expect(left.split('\n').filter((file) => file.endsWith('.tmp'))).toEqual([]);
    mustSucceed(await repository.pawl(['init', '--yes']));
    expect(mustSucceed(await repository.pawl(['init', '--dry-run']))).toContain('nothing to change');
  });

  it('asks nothing the second time', async () => {
    const repository = await temporaryRepository({ 'app.js': GUARDED_JS, 'CLAUDE.md': 'x\n' });
    mustSucceed(await repository.pawl(['init', '--yes']));
    const before = await everything(repository);
    const again = await atTerminal(repository, INIT);
    expect([again.status, prompts(again)]).toEqual([0, []]);
    expect(again.stdout).toContain('nothing to change');
    expect(await everything(repository)).toEqual(before);
  });

  it.each([
    ['in CI', { CI: 'true' }],
    ['of an agent', { CLAUDECODE: '1' }],
  ])('asks nothing %s', async (_, env) => {
    const repository = await unclear();
    const said = await atTerminal(repository, INIT, { env });
    expect([said.status, prompts(said)]).toEqual([0, []]);
  });
});

describe('when pawl init may ask nobody', () => {
  it('without a terminal it leaves agents, scanners and pipelines alone', async () => {
    const repository = await unclear();
    mustSucceed(await repository.pawl(['init'], { env: { PATH: repository.env['PATH'] }, input: 'y\ny\ny\ny\ny\n' }));
    expect(await repository.read('pawl.config.jsonc')).toMatch(/^ {2}\/\/ "scanners"/mu);
    expect(await isThere(repository, '.claude')).toBe(false);
  });

  it('--yes takes what Enter would say', async () => {
    const repository = await unclear();
    mustSucceed(await repository.pawl(['init', '--yes'], { env: { PATH: repository.env['PATH'] } }));
    expect(await repository.read('pawl.config.jsonc')).toContain('"bandit": true');
    expect(await isThere(repository, '.claude/settings.json')).toBe(true);
    expect(await isThere(repository, '.github')).toBe(false);
  });
});

describe('when a repository is odd', () => {
  it('without a commit it is set up all the same', async () => {
    const repository = await temporaryRepository();
    mustSucceed(await repository.pawl(['init', '--yes']));
    expect(await repository.read('pawl.config.jsonc')).toContain('"target": "main"');
  });

  it('a bare one is refused, with what to do', async () => {
    const repository = await temporaryRepository({ 'app.js': GUARDED_JS });
    const bare = join(repository.root, 'bare.git');
    await repository.git('clone', '--quiet', '--bare', repository.dir, bare);
    const { status, stdout } = await repository.pawl(['init', '--yes', '--format', 'json'], { cwd: bare });
    expect([status, (JSON.parse(stdout) as { code: string }).code]).toEqual([2, 'no-work-tree']);
  });

  it('from a folder below the top it is set up at the top', async () => {
    const repository = await temporaryRepository({ 'packages/web/app.js': GUARDED_JS });
    mustSucceed(await repository.pawl(['init', '--yes'], { cwd: join(repository.dir, 'packages/web') }));
    expect(await isThere(repository, 'pawl.config.jsonc')).toBe(true);
    expect(await isThere(repository, 'packages/web/pawl.config.jsonc')).toBe(false);
  });

  it('from a linked worktree the hooks are those of all, and the configuration is in the worktree', async () => {
    const repository = await temporaryRepository({ 'app.js': GUARDED_JS });
    const linked = join(repository.root, 'linked');
    await repository.git('worktree', 'add', '--quiet', '-b', 'side', linked);
    mustSucceed(await repository.pawl(['init', '--yes'], { cwd: linked }));
    expect(await isThere({ ...repository, dir: linked }, 'pawl.config.jsonc')).toBe(true);
    expect(await isThere(repository, '.git/pawl/hooks')).toBe(true);
    expect(await isThere(repository, '.git/pawl/schema/pawl.config.schema.json')).toBe(true);
  });

  it.each([
    ['a folder of the pipeline that leads elsewhere', '.github', '../elsewhere'],
    ['a configuration that leads nowhere', 'pawl.config.jsonc', '../nowhere/at-all'],
  ])('%s is refused, and nothing is written', async (_, name, target) => {
    const repository = await temporaryRepository({ 'app.js': GUARDED_JS });
    await mkdir(join(repository.root, 'elsewhere'));
    await symlink(target, join(repository.dir, name));
    const before = await everything(repository);
    const { status, stdout } = await repository.pawl(['init', '--ci', 'github', '--format', 'json']);
    expect([status, (JSON.parse(stdout) as { code: string }).code]).toEqual([2, 'in-the-way']);
    expect(await everything(repository)).toEqual(before);
  });

  it('where hooks have no place, the settings of an agent are not touched either', async () => {
    const repository = await temporaryRepository({ 'app.js': GUARDED_JS, 'CLAUDE.md': 'x\n' });
    await mkdir(join(repository.root, 'elsewhere'));
    await symlink('../elsewhere', join(repository.dir, '.husky'));
    const before = await everything(repository);
    expect((await repository.pawl(['init', '--harness', 'claude-code'])).status).toBe(2);
    expect(await everything(repository)).toEqual(before);
  });

  it('a branch whose name turns the direction of writing is shown and not obeyed', async () => {
    const repository = await temporaryRepository({ 'app.js': GUARDED_JS });
    await repository.git('branch', '-m', '\u202eowned');
    const { stdout, stderr } = await repository.pawl(['init', '--yes']);
    expect(`${stdout}${stderr}`).not.toContain('\u202e');
  });
});
