import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Io } from './io.ts';
import { run } from './main.ts';
import { ioFor, type ToldIo } from './testing/io-for.ts';
import { VERSION } from './version.ts';

const AUTHOR = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b' };

let folder: string;
let told: ToldIo;
let io: Io;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pawl-main-'));
  told = ioFor(folder);
  io = told.io;
});
afterEach(() => rm(folder, { recursive: true }));

describe('run', () => {
  it.each([
    [['chekc'], 'chekc'],
    [[], 'say what to do'],
    [['check', '--format', 'xml'], 'xml'],
    [['check', '--such-flag'], 'such-flag'],
    [['check', '--tier', 'slow'], 'slow'],
    [['check', '--head'], 'head'],
  ])('could not tell what %j means, and says so', async (argv, named) => {
    expect(await run(argv, io)).toBe(2);
    expect(told.err()).toContain(named);
    expect(told.err()).toContain('next: ');
    expect(told.out()).toBe('');
  });

  it('takes the last of a flag that is given twice, as git does', async () => {
    expect(await run(['check', '--tier', 'slow', '--tier', 'fast'], io)).toBe(2);
    expect(told.err()).not.toContain('slow');
  });

  it('takes every log that it is given', async () => {
    const git = (...args: string[]): Buffer =>
      execFileSync('git', args, { cwd: folder, env: { ...AUTHOR, ...io.context.env } });
    git('init', '--quiet');
    git('commit', '--quiet', '--allow-empty', '-m', 'x');
    const argv = ['check', '--base', 'HEAD', '--head', 'HEAD', '--sarif', 'one.sarif', '--sarif=two.sarif'];
    await writeFile(join(folder, 'two.sarif'), '{}');
    expect(await run(argv, io)).toBe(2);
    expect(told.err()).toContain('one.sarif');
  });

  it.each(['check', 'lock', 'status', 'init'])('%s outside a repository could not tell', async (command) => {
    expect(await run([command], io)).toBe(2);
    expect(told.err()).toMatch(/^pawl: /u);
    expect(told.err()).not.toContain('fault of Pawl itself');
  });

  it('prints its version, that of its package', async () => {
    expect(await run(['--version'], io)).toBe(0);
    expect(told.out().trim()).toBe(VERSION);
    const manifest = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(VERSION).toBe(manifest.version);
  });

  it('explains itself with the exit statuses', async () => {
    expect(await run(['--help'], io)).toBe(0);
    expect(told.out()).toContain('0 clean, 1 stopped');
    expect(told.out()).toContain('pawl lock');
  });
});
