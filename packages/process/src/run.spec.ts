import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Invocation, SourceFile } from '@pawl/scanner';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from './run.ts';

type Command = Extract<Invocation, { readonly kind: 'command' }>;

const lyingTool = fileURLToPath(new URL('lying-tool.fixture.mjs', import.meta.url));
let scratch: string;
let environment: Record<string, string | undefined>;

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'pawl-spec-'));
  environment = { PATH: process.env['PATH'], HOME: process.env['HOME'] };
});
afterEach(() => rm(scratch, { recursive: true, force: true }));

function source(file: string, text = ''): SourceFile {
  return { file, blob: 'b', text };
}

function command(args: readonly string[], changes: Partial<Command> = {}): Command {
  const limits = { okStatus: [0], timeoutMs: 15_000, maxOutputBytes: 1_000_000 };
  return { kind: 'command', argv: [process.execPath, lyingTool, ...args], files: [], ...limits, ...changes };
}

async function printed(args: readonly string[], changes: Partial<Command> = {}): Promise<unknown> {
  const output = await run(command(args, changes), { environment });
  if (output.kind === 'failed') throw new Error(output.why);
  return JSON.parse((output.value as { stdout: string }).stdout);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A killed orphan stays visible as a zombie until its new parent reaps it.
    return !/^State:\s+Z/mu.test(readFileSync(`/proc/${String(pid)}/status`, 'utf8'));
  } catch {
    return false;
  }
}

describe('when an engine runs in this process', () => {
  it('it passes on what the engine gives', async () => {
    expect(await run({ kind: 'in-process', run: () => Promise.resolve(7) })).toEqual({ kind: 'done', value: 7 });
  });

  it('it fails when the engine throws, at once or later', async () => {
    const failed = { kind: 'failed', code: 'tool-failed', why: expect.stringContaining('no rules') };
    expect(await run({ kind: 'in-process', run: () => Promise.reject(new Error('no rules')) })).toEqual(failed);
    const throwing = (): Promise<unknown> => {
      throw new Error('no rules');
    };
    expect(await run({ kind: 'in-process', run: throwing })).toEqual(failed);
  });

  it('it times out an engine that never ends', async () => {
    const never: Invocation = { kind: 'in-process', run: () => new Promise(() => undefined) };
    expect(await run(never, { inProcessTimeoutMs: 20 })).toMatchObject({ kind: 'failed', code: 'timed-out' });
  });
});

describe('when a tool does its work', () => {
  it('it gives status, output and errors', async () => {
    expect(await run(command(['honest']))).toEqual({ kind: 'done', value: { status: 0, stdout: '[]\n', stderr: '' } });
  });

  it('it accepts a status with which the tool says that it found something', async () => {
    const output = await run(command(['exits-with', '1'], { okStatus: [0, 1] }));
    expect(output).toMatchObject({ kind: 'done', value: { status: 1, stderr: 'fatal: no rules\n' } });
  });

  it('it lays out the files and puts their folder in place of {dir}, without a shell', async () => {
    const files = [source('a b/$(id).py', 'eval(x)'), source('c.py')];
    expect(await printed(['prints-files', '{dir}'], { files })).toEqual(['a b', 'a b/$(id).py', 'c.py']);
    expect(await run(command(['prints-a-file', '{dir}/a b/$(id).py'], { files }))).toMatchObject({
      value: { stdout: 'eval(x)' },
    });
    expect(await printed(['prints-its-arguments', '$HOME', '; id', '*'])).toEqual(['$HOME', '; id', '*']);
  });

  it.each([0, 9])('it removes the folder afterwards, with status %i where 0 is right', async (status) => {
    const note = join(scratch, 'folder');
    await run(command(['notes-its-folder', note, String(status)], { files: [source('a.py')] }), { environment });
    const folder = readFileSync(note, 'utf8');
    expect(folder).toContain('pawl-');
    expect(existsSync(folder)).toBe(false);
  });

  it('it starts the tool in an empty folder with an allow-listed environment', async () => {
    const hostile = {
      NODE_OPTIONS: '--require ./x.js',
      LD_PRELOAD: '/x.so',
      PYTHONPATH: '/x',
      SEMGREP_RULES: 'p/none',
      GITHUB_TOKEN: 't',
    };
    environment = { ...environment, ...hostile };
    const { env, here } = (await printed(['prints-its-environment'], { files: [source('json.py')] })) as {
      env: object;
      here: unknown;
    };
    expect(Object.keys(env).sort()).toEqual(['HOME', 'LANG', 'LC_ALL', 'PATH', 'TMPDIR']);
    expect(here).toEqual([]);
  });
});

describe('when a tool lies or breaks', () => {
  it.each([
    ['exits with a status that means failure', ['exits-with', '2'], /ended with status 2: fatal: no rules/u],
    ['is killed', ['kills-itself'], /killed by SIGKILL/u],
    ['prints what is not UTF-8', ['prints-invalid-utf8'], /not UTF-8/u],
    ['floods', ['floods'], /more than 1000000 bytes/u],
  ])('it fails when the tool %s', async (_, args, why) => {
    const failed = { kind: 'failed', code: 'tool-failed', why: expect.stringMatching(why) };
    expect(await run(command(args))).toEqual(failed);
  });

  it.each(['pawl-no-such-tool', '/no/such/tool', './tool'])('it fails when there is no %s', async (tool) => {
    const failed = { kind: 'failed', code: 'tool-failed', why: expect.stringContaining('was not found') };
    expect(await run(command([], { argv: [tool] }))).toEqual(failed);
  });

  it('it times out a tool that hangs, and ends its children with it', async () => {
    const note = join(scratch, 'pid');
    const output = await run(command(['hangs-in-a-child', note], { timeoutMs: 2_000 }));
    expect(output).toMatchObject({ kind: 'failed', code: 'timed-out' });
    await expect.poll(() => isAlive(Number(readFileSync(note, 'utf8')))).toBe(false);
  });

  it('it does not wait for a child that the tool left behind, and ends it', async () => {
    const note = join(scratch, 'pid');
    expect(await run(command(['leaves-a-child-behind', note]))).toMatchObject({ kind: 'done' });
    await expect.poll(() => isAlive(Number(readFileSync(note, 'utf8')))).toBe(false);
  });
});

describe('when a path of the tree is hostile', () => {
  it.each(['../x.py', '/etc/x.py', 'a/../../x.py', 'a//b.py', './a.py', 'a\\..\\..\\x.py', 'c:/x.py', 'a\0.py', ''])(
    'it lays out nothing for %j',
    async (file) => {
      const output = await run(command(['honest'], { files: [source(file)] }));
      expect(output).toMatchObject({
        kind: 'failed',
        code: 'tool-failed',
        why: expect.stringContaining('not a path inside'),
      });
    },
  );

  it('it refuses two files of one name, of which the tool would see one', async () => {
    const output = await run(command(['honest'], { files: [source('a.py', 'eval(x)'), source('a.py', 'pass')] }));
    expect(output).toMatchObject({ kind: 'failed', code: 'tool-failed' });
  });
});
