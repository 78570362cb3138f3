import childProcess from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runGit } from './run-git.ts';
import { errorCode } from './testing/error-code.ts';
import { temporaryRepository } from './testing/temporary-repository.ts';

/** A folder to put on the PATH, with a stand-in for git. */
function standIn(folder: string, script: string): string {
  writeFileSync(join(folder, 'git'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, 'git'), 0o755);
  return folder;
}

/** What starts a process does this instead, for everybody. */
function pretend(spawn: unknown): void {
  Object.assign(childProcess, { spawn });
  syncBuiltinESMExports();
}

describe('runGit', () => {
  it('gives the bytes that git wrote', async () => {
    const { dir, env, run } = temporaryRepository();
    const id = run(['hash-object', '-w', '--stdin'], { input: Buffer.from([0, 0xff, 0x0a]) })
      .toString()
      .trim();
    expect((await runGit({ cwd: dir, env }, ['cat-file', 'blob', id])).stdout).toEqual(Buffer.from([0, 0xff, 0x0a]));
  });

  it('makes an error of a status that is not an answer, with what git said as the cause', async () => {
    const { dir, env } = temporaryRepository();
    const failure = runGit({ cwd: dir, env }, ['cat-file', 'blob', 'nope']);
    await expect(failure).rejects.toMatchObject({ code: 'git-failed' });
    await expect(failure).rejects.toHaveProperty('cause.message', expect.stringContaining('Not a valid object name'));
  });

  it('H16 a git that is killed is an error, whichever statuses are an answer', async () => {
    const { dir, beside } = temporaryRepository();
    const env = { PATH: standIn(beside, 'kill -9 $$') };
    expect(await errorCode(() => runGit({ cwd: dir, env }, ['status'], { okStatus: [0, 1, 128] }))).toBe('git-killed');
  });

  it('refuses more output than the limit', async () => {
    const { dir, env } = temporaryRepository();
    expect(await errorCode(() => runGit({ cwd: dir, env }, ['--version'], { maxOutputBytes: 3 }))).toBe(
      'output-too-large',
    );
  });

  it('says so when there is no git', async () => {
    const { dir, beside } = temporaryRepository();
    expect(await errorCode(() => runGit({ cwd: dir, env: { PATH: beside } }, ['--version']))).toBe('git-missing');
  });

  it('says so when the system has no process or no files left to give', async () => {
    const { dir, env } = temporaryRepository();
    const spawn = childProcess.spawn;
    onTestFinished(() => pretend(spawn));
    pretend(() => {
      throw Object.assign(new Error('spawn ENOMEM'), { code: 'ENOMEM' });
    });
    expect(await errorCode(() => runGit({ cwd: dir, env }, ['--version']))).toBe('git-missing');
    // As node does it without a file descriptor: a process without streams, and the reason only later.
    pretend(() => {
      const child = new childProcess.ChildProcess();
      process.nextTick(() => child.emit('error', new Error('spawn EMFILE')));
      return child;
    });
    expect(await errorCode(() => runGit({ cwd: dir, env }, ['--version']))).toBe('git-missing');
  });

  it('does not mind a git that ends before it read its input', async () => {
    const { dir, beside } = temporaryRepository();
    const env = { PATH: standIn(beside, 'exit 3') };
    const input = Buffer.alloc(1_000_000);
    expect((await runGit({ cwd: dir, env }, ['status'], { input, okStatus: [3] })).status).toBe(3);
  });
});
