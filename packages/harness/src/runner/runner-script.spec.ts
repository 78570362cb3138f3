import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answer } from '../answer/answer.ts';
import { readEvent } from '../event/read-event.ts';
import { HARNESSES } from '../harness-facts.ts';
import { HARNESS_IDS, type HarnessId } from '../harness-id.ts';
import { harnessProgram } from './harness-program.ts';
import { installRunner } from './install-runner.ts';

let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "pawl runner's ")));
  execFileSync('git', ['init', '--quiet', join(root, 'clone')]);
});
afterEach(() => rmSync(root, { recursive: true }));

const commonDir = (): string => join(root, 'clone/.git');
const program = (): string => join(root, "pro'gram.mjs");

function install(text: string): ReturnType<typeof installRunner> {
  writeFileSync(program(), text);
  return installRunner({ commonDir: commonDir(), programFile: program(), nodeFile: process.execPath, dryRun: false });
}

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
}

function run(harness: HarnessId, event: string, { cwd = join(root, 'clone'), env = {} } = {}): Ran {
  const command = `${harnessProgram(harness)} harness-hook ${harness} ${event}`;
  const { PATH, HOME } = process.env;
  const { status, stdout } = spawnSync('sh', ['-c', command], { cwd, env: { PATH, HOME, ...env }, input: 'the event' });
  return { status, stdout: stdout.toString() };
}

const ECHO = `import { text } from 'node:stream/consumers';
process.stdout.write(JSON.stringify([...process.argv.slice(2), await text(process.stdin)]) + '\\n');
`;

describe('when a harness runs the installed command', () => {
  it.each([0, 2])('what Pawl wrote and its status %d arrive as they are', async (status) => {
    await install(`${ECHO}process.exitCode = ${status};`);
    const stdout = '["harness-hook","gemini","AfterAgent","the event"]\n';
    expect(run('gemini', 'AfterAgent')).toEqual({ status, stdout });
  });

  it('silence stays silence', async () => {
    await install('');
    expect(run('claude-code', 'Stop')).toEqual({ status: 0, stdout: '' });
  });

  it('it is found from a folder below and from a linked worktree', async () => {
    await install(ECHO);
    mkdirSync(join(root, 'clone/a/b'), { recursive: true });
    const git = (...args: string[]): void => {
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: join(root, 'clone') });
    };
    git('commit', '--quiet', '--allow-empty', '-m', 'x');
    git('worktree', 'add', '--quiet', join(root, 'tree'));
    for (const harness of ['claude-code', 'codex'] as const)
      for (const cwd of [join(root, 'clone/a/b'), join(root, 'tree')])
        expect(run(harness, 'Stop', { cwd }).stdout).toContain(`"harness-hook","${harness}","Stop"`);
  });

  it('Claude Code finds it from anywhere, because it names the project', async () => {
    await install(ECHO);
    expect(run('claude-code', 'Stop', { cwd: root, env: { CLAUDE_PROJECT_DIR: join(root, 'clone') } }).status).toBe(0);
  });

  it('no variable makes node load code of somebody else’s choice (H14)', async () => {
    await install(ECHO);
    writeFileSync(join(root, 'evil.cjs'), 'process.exit(0);');
    const env = { NODE_OPTIONS: `--require "${join(root, 'evil.cjs')}"` };
    expect(run('codex', 'Stop', { env }).stdout).toContain('the event');
  });
});

describe('when there is no answer', () => {
  it.each([
    ['throws', 'throw new Error("x");'],
    ['is killed', 'process.kill(process.pid, "SIGKILL"); await new Promise(() => setInterval(() => {}, 1000));'],
    ['is no program', '%'],
  ])('H16: a Pawl that %s is answered for, in the words of every harness', async (_, text) => {
    await install(text);
    const told = {
      outcome: 'could-not-tell',
      fault: 'What answers here is gone or broken, and pawl init mends it.',
    } as const;
    for (const harness of ['claude-code', 'cline', 'cursor'] as const) {
      const [{ event } = { event: '' }] = HARNESSES[harness].installs;
      const { stdout } = answer(readEvent(harness, '', event), told);
      expect(stdout).toContain('gone or broken');
      expect(run(harness, event)).toEqual({ status: 0, stdout });
    }
  });

  it('half an answer is not handed on beside it', async () => {
    await install('process.stdout.write(\'{"continue":\'); process.exitCode = 1;');
    expect(JSON.parse(run('gemini', 'AfterAgent').stdout)).toMatchObject({ continue: false });
  });

  it('a node that is gone is looked for on the PATH', async () => {
    await install(ECHO);
    await installRunner({ commonDir: commonDir(), programFile: program(), nodeFile: '/no/node', dryRun: false });
    expect(run('codex', 'Stop').stdout).toContain('the event');
  });

  it.each(HARNESS_IDS)('%s: every event that is installed has an answer of its own', async (harness) => {
    await install('throw new Error("x");');
    rmSync(program());
    for (const { event } of HARNESSES[harness].installs) {
      const { status, stdout } = run(harness, event);
      const isSilent = harness === 'cursor' && event === 'stop';
      expect([status, stdout.startsWith('{')], event).toEqual([0, !isSilent]);
    }
  });

  it('a clone in which nothing was set up ends with a status that no harness takes for an answer', () => {
    for (const harness of HARNESS_IDS) expect(run(harness, 'x')).toEqual({ status: 127, stdout: '' });
  });
});

describe('when the runner is installed', () => {
  it('a second time changes nothing, and one that cannot be run is mended', async () => {
    expect((await install(ECHO)).action).toBe('create');
    expect((await install(ECHO)).action).toBe('keep');
    execFileSync('chmod', ['-x', join(commonDir(), 'pawl/harness')]);
    expect((await install(ECHO)).action).toBe('change');
    expect(statSync(join(commonDir(), 'pawl/harness')).mode & 0o111).toBe(0o111);
  });

  it('a dry run writes nothing', async () => {
    const options = { commonDir: commonDir(), programFile: '/p', nodeFile: '/n', dryRun: true };
    expect((await installRunner(options)).action).toBe('create');
    expect(run('codex', 'Stop').status).toBe(127);
  });
});
