import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command, Invocation } from '@pawl/scanner';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { command, done, source, trick } from './command.fixture.ts';
import { run } from './run.ts';

let scratch: string;
let environment: Record<string, string | undefined>;

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'pawl-spec-'));
  environment = { PATH: process.env['PATH'], HOME: process.env['HOME'] };
});
afterEach(() => rm(scratch, { recursive: true, force: true }));

async function printed(args: readonly string[], changes: Partial<Command> = {}): Promise<unknown> {
  return JSON.parse(done(await run(command(args, changes), { environment })).result);
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
  it('it gives status, output, errors, the result and the folder of the files', async () => {
    expect(await run(command(['honest']))).toEqual({
      kind: 'done',
      value: {
        steps: [{ status: 0, stdout: '[]\n', stderr: '' }],
        result: '[]\n',
        folder: expect.stringMatching(/^\/.*pawl-.*\/files$/u),
      },
    });
  });

  it('it accepts a status with which the tool says that it found something', async () => {
    const output = await run(command([], { steps: [trick(['exits-with', '1'], [0, 1])] }));
    expect(done(output).steps).toEqual([{ status: 1, stdout: '', stderr: 'fatal: no rules\n' }]);
  });

  it('it lays out the files and puts their folder in place of {files}, without a shell', async () => {
    const files = [source('a b/$(id).py', 'eval(x)'), source('c.py'), source('a b/d/e.py')];
    const expected = ['a b', 'a b/$(id).py', 'a b/d', 'a b/d/e.py', 'c.py'];
    expect(await printed(['prints-files', '{files}'], { files })).toEqual(expected);
    expect(done(await run(command(['prints-a-file', '{files}/a b/$(id).py'], { files }))).result).toBe('eval(x)');
  });

  it('it lays out what the adapter brings apart from the files', async () => {
    const own = [{ name: 'rules/r.yml', text: 'rules: []' }];
    const changes = { own, files: [source('rules/r.yml', 'of the repository')] };
    expect(await printed(['prints-files', '{own}'], changes)).toEqual(['rules', 'rules/r.yml']);
    expect(done(await run(command(['prints-a-file', '{own}/rules/r.yml'], changes))).result).toBe('rules: []');
  });

  it('it puts folders in place anywhere in an argument, once, and leaves the rest alone', async () => {
    const args = ['$HOME', '*', "'; ls", '--a={out}/{own}', '{dir}', '{files'];
    expect(await printed(['prints-its-arguments', ...args])).toEqual([
      '$HOME',
      '*',
      "'; ls",
      expect.stringMatching(/^--a=\/.*\/out\/\/.*\/own$/u),
      '{dir}',
      '{files',
    ]);
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

describe('when a command has several steps', () => {
  it('it runs them in order in the same folders, and the last one prints the result', async () => {
    const steps = [trick(['writes', '{out}/x', 'made']), trick(['prints-a-file', '{out}/x'])] as const;
    expect(done(await run(command([], { steps })))).toMatchObject({
      steps: [
        { status: 0, stdout: '' },
        { status: 0, stdout: 'made' },
      ],
      result: 'made',
    });
  });

  it('it ends with the first step that does not end well', async () => {
    const note = join(scratch, 'note');
    const steps = [trick(['exits-with', '1']), trick(['writes', note, 'ran'])] as const;
    expect(await run(command([], { steps }))).toMatchObject({ kind: 'failed', code: 'tool-failed' });
    expect(existsSync(note)).toBe(false);
  });

  it('it runs nothing when the tool of a later step is missing', async () => {
    const note = join(scratch, 'note');
    const steps = [trick(['writes', note, 'ran']), { argv: ['pawl-no-such-tool'], okStatus: [0] }] as const;
    expect(await run(command([], { steps }))).toMatchObject({ kind: 'failed', code: 'tool-missing' });
    expect(existsSync(note)).toBe(false);
  });
});

describe('when there is no such tool', () => {
  it.each(['pawl-no-such-tool', '/no/such/tool', './tool'])('it says so of %s', async (tool) => {
    const why = `${tool} was not found on PATH outside the work tree`;
    const steps = [{ argv: [tool], okStatus: [0] }] as const;
    expect(await run(command([], { steps }))).toEqual({ kind: 'failed', code: 'tool-missing', why });
  });
});

describe('when a path of the tree is hostile', () => {
  it.each(['../x.py', '/etc/x.py', 'a/../../x.py', 'a//b.py', './a.py', 'a\\..\\..\\x.py', 'c:/x.py', 'a\0.py', ''])(
    'it lays out nothing for %j',
    async (path) => {
      const failed = { kind: 'failed', code: 'tool-failed', why: expect.stringContaining('is not a path inside') };
      expect(await run(command(['honest'], { files: [source(path)] }))).toEqual(failed);
      expect(await run(command(['honest'], { own: [{ name: path, text: '' }] }))).toEqual(failed);
    },
  );

  it('it refuses two files of one name, of which the tool would see one', async () => {
    const output = await run(command(['honest'], { files: [source('a.py', 'eval(x)'), source('a.py', 'pass')] }));
    expect(output).toMatchObject({ kind: 'failed', code: 'tool-failed', why: expect.stringContaining('letter case') });
  });

  it('it refuses a file that is a folder to another file', async () => {
    const output = await run(command(['honest'], { files: [source('a/b.py'), source('a')] }));
    expect(output).toMatchObject({ kind: 'failed', code: 'tool-failed' });
  });
});
