import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sharedLockedRepository } from './support/locked-repository.ts';
import { mustSucceed, run } from './support/run.ts';
import { UNGUARDED_JS } from './support/sources.ts';
import { emptyFolder, type TestRepository } from './support/temporary-repository.ts';
import { atTerminal, needsTerminal } from './support/terminal.ts';
import { PAWL, WORKSPACE } from './support/workspace.ts';

const COLOUR = /\u001b\[/u;

const shared = sharedLockedRepository();

/** As somebody at a prompt would: not as the other specs, which read sentences whole. */
const at = (columns: string, more: NodeJS.ProcessEnv = {}) => ({ env: { COLUMNS: columns, ...more } });

describe('when the command line is asked about itself', () => {
  it.each([
    ['--help'],
    ['help'],
    ['help check'],
    ['check --help'],
    ['lock --help'],
    ['init --help'],
    ['status --help'],
  ])('helps anywhere, outside of a repository too: pawl %s', async (line) => {
    const { status, stdout, stderr } = await (await emptyFolder()).pawl(line.split(' '));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('pawl');
  });

  it('knows its version', async () => {
    const manifest = await readFile(join(WORKSPACE, 'packages/cli/package.json'), 'utf8');
    const { version } = JSON.parse(manifest) as { version: string };
    const { status, stdout } = await (await emptyFolder()).pawl(['--version']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: `${version}\n` });
  });
});

describe('when a text is written', () => {
  it.each(['80', '120', ''])('it is no wider than it may be: COLUMNS=%s', async (columns) => {
    for (const argv of [
      ['--help'],
      ['check', '--help'],
      ['status', '--audience', 'human'],
      ['chekc', '--such-a-flag'],
    ]) {
      const { stdout, stderr } = await shared().pawl(argv, at(columns));
      const widest = Math.max(...`${stdout}${stderr}`.split('\n').map(({ length }) => length));
      expect(widest).toBeLessThanOrEqual(Number(columns || '100'));
    }
  });

  it('it has no colours in a pipe, and is the same a second time', async () => {
    const first = await shared().pawl(['status', '--audience', 'human'], { env: { NO_COLOR: '' } });
    expect(first.stdout).not.toMatch(COLOUR);
    expect(await shared().pawl(['status', '--audience', 'human'], { env: { CI: 'true' } })).toEqual(first);
  });

  it('it has them where somebody insists, and not where somebody declines', async () => {
    const status = async (argv: readonly string[], env: NodeJS.ProcessEnv) =>
      mustSucceed(await shared().pawl(['status', '--audience', 'human', ...argv], { env }));
    expect(await status([], { NO_COLOR: '', FORCE_COLOR: '1' })).toMatch(COLOUR);
    expect(await status(['--color'], {})).toMatch(COLOUR);
    expect(await status(['--no-color'], { NO_COLOR: '', FORCE_COLOR: '1' })).not.toMatch(COLOUR);
    expect(await status([], { FORCE_COLOR: '1' })).not.toMatch(COLOUR);
  });
});

describe('when a text is written to a terminal', () => {
  needsTerminal();

  it.each([
    ['it has colours', {}, true],
    ['it has none with NO_COLOR', { NO_COLOR: '1' }, false],
    ['it has none where the terminal knows none', { TERM: 'dumb' }, false],
    ['it has none on a build server', { CI: 'true' }, false],
  ])('%s', async (_, env, isColoured) => {
    const command = `${process.execPath} ${PAWL} status`;
    const { stdout } = await atTerminal(shared(), command, { env: { NO_COLOR: '', TERM: 'xterm', ...env } });
    expect(stdout).toContain('branch');
    expect(COLOUR.test(stdout)).toBe(isColoured);
  });
});

describe('when a program asks', () => {
  it.each([
    ['status'],
    ['init --dry-run'],
    ['lock'],
    ['log'],
    ['verify --no-recompute'],
    ['doctor --only hooks'],
    ['trust'],
    ['notify --audience human'],
    ['contracts suggest'],
    ['completion bash'],
  ])('it gets one document: pawl %s --format json', async (line) => {
    const [name = ''] = line.split(' ');
    const { stdout } = await shared().pawl([...line.split(' '), '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({ schema: `pawl/${name}@1` });
    expect(await schemas(name)).toContain(`"const": "pawl/${name}@1"`);
  });

  it('an error is a document, too, and the status says that nothing could be told', async () => {
    const { status, stdout, stderr } = await (await emptyFolder()).pawl(['status', '--format', 'json']);
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'pawl/error@1', code: expect.stringMatching(/^[a-z-]+$/u) });
    expect(stderr).toMatch(/^pawl: /u);
  });

  it('an agent gets no more in JSON than in words', async () => {
    await shared().stage({ 'app.js': UNGUARDED_JS });
    const { status, stdout } = await shared().pawl([
      'check',
      '--tier',
      'fast',
      '--audience',
      'agent',
      '--format',
      'json',
    ]);
    expect(status).toBe(1);
    expect(Object.keys(JSON.parse(stdout) as object)).toEqual(['schema', 'outcome', 'case', 'message']);
    expect(stdout).not.toMatch(/app\.js|guard|CWE|high/u);
  });
});

describe('when somebody wants quiet', () => {
  it('nothing is said beside what was asked for', async () => {
    await shared().git('checkout', '--quiet', '-B', 'agent/login');
    await shared().stage({ 'app.js': UNGUARDED_JS });
    await shared().pawl(['check', '--tier', 'fast']);
    const loud = await shared().pawl(['check', '--tier', 'fast', '--audience', 'human']);
    const quiet = await shared().pawl(['check', '--tier', 'fast', '--audience', 'human', '--quiet']);
    expect(loud.stderr).toContain('this loop is stopped by case');
    expect(quiet).toEqual({ ...loud, stderr: '' });
  });

  it('an error is said all the same', async () => {
    const { status, stderr } = await (await emptyFolder()).pawl(['status', '--quiet']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^pawl: .+\n(?: .*\n)* {2}next: .+\n$/u);
  });
});

describe('when bash completes', () => {
  /** The words that bash would offer behind these. */
  async function offered(repository: TestRepository, ...words: readonly string[]): Promise<readonly string[]> {
    const programs = join(repository.root, 'programs');
    await mkdir(programs, { recursive: true });
    await writeFile(join(programs, 'pawl'), `#!/bin/sh\nexec "${process.execPath}" "${PAWL}" "$@"\n`);
    await chmod(join(programs, 'pawl'), 0o755);
    const script =
      'eval "$(pawl completion bash)"; COMP_WORDS=(pawl "$@"); COMP_CWORD=$#; _pawl_complete; printf "%s\\n" "${COMPREPLY[@]}"';
    const ran = await run('bash', ['-c', script, 'bash', ...words], { cwd: repository.dir, env: repository.env });
    expect(ran.stderr).toBe('');
    return mustSucceed(ran).split('\n');
  }

  it('it knows commands, options and choices', async () => {
    expect(await offered(shared(), 'che')).toEqual(['check']);
    expect(await offered(shared(), 'check', '--ti')).toEqual(['--tier']);
    expect(await offered(shared(), 'check', '--format', '=', 's')).toEqual(['sarif']);
  });

  it('it knows the loops, the protected branches and the open cases', async () => {
    const repository = shared();
    await repository.git('checkout', '--quiet', '-B', 'agent/login');
    await repository.stage({ 'app.js': UNGUARDED_JS });
    expect((await repository.pawl(['check', '--tier', 'fast'])).status).toBe(1);
    expect(await offered(repository, 'check', '--loop', '')).toEqual(['agent/login']);
    expect(await offered(repository, 'status', '--target', 'm')).toEqual(['main']);
    expect(await offered(repository, 'review', '')).toEqual([expect.stringMatching(/^[0-9a-f]{8}$/u)]);
  });

  it('O08 it offers no name that would be run', async () => {
    const repository = shared();
    const name = 'agent/$(touch$IFS-owned)';
    await repository.git('checkout', '--quiet', '-B', name);
    await repository.stage({ 'app.js': UNGUARDED_JS });
    expect((await repository.pawl(['check', '--tier', 'fast'])).status).toBe(1);
    const loops = await offered(repository, 'check', '--loop', 'agent/');
    expect(loops).not.toContain(name);
    await expect(readFile(join(repository.dir, '-owned'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

async function schemas(name: string): Promise<string> {
  return readFile(join(WORKSPACE, `packages/cli/schema/${name}.schema.json`), 'utf8');
}
