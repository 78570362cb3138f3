import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { command, done, isAlive, trick } from './command.fixture.ts';
import { run } from './run.ts';

let scratch: string;
let note: string;

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'pawl-spec-'));
  note = join(scratch, 'pid');
});
afterEach(() => rm(scratch, { recursive: true, force: true }));

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

  it('it does not fail for a stray byte in a warning', async () => {
    expect(done(await run(command(['complains-in-invalid-utf8']))).steps[0]?.stderr).toBe('{\ufffd}');
  });

  it('it counts what all steps print together', async () => {
    const steps = [trick(['prints', 'x'.repeat(60)]), trick(['prints', 'x'.repeat(60)])] as const;
    expect(await run(command([], { steps, maxOutputBytes: 120 }))).toMatchObject({ kind: 'done' });
    expect(await run(command([], { steps, maxOutputBytes: 119 }))).toMatchObject({
      kind: 'failed',
      why: expect.stringContaining('more than 119 bytes'),
    });
  });
});

describe('when a tool does not end', () => {
  it.each(['hangs-in-a-child', 'hangs-in-a-session-of-its-own'])(
    'it times out and ends its child: %s',
    async (args) => {
      const output = await run(command([args, note], { timeoutMs: 2_000 }));
      expect(output).toMatchObject({ kind: 'failed', code: 'timed-out', why: expect.stringContaining('2000 ms') });
      await expect.poll(() => isAlive(Number(readFileSync(note, 'utf8')))).toBe(false);
    },
  );

  it('it gives all steps one time together', async () => {
    const steps = [trick(['writes', note, 'ran']), trick(['hangs']), trick(['writes', `${note}2`, 'ran'])] as const;
    expect(await run(command([], { steps, timeoutMs: 2_000 }))).toMatchObject({ kind: 'failed', code: 'timed-out' });
    expect(existsSync(`${note}2`)).toBe(false);
  });

  it('it does not wait for a child that the tool left behind, and ends it', async () => {
    expect(await run(command(['leaves-a-child-behind', note]))).toMatchObject({ kind: 'done' });
    await expect.poll(() => isAlive(Number(readFileSync(note, 'utf8')))).toBe(false);
  });
});

describe.runIf(existsSync('/proc'))('when a tool takes memory', () => {
  const maxMemoryBytes = 300_000_000;
  const failed = {
    kind: 'failed',
    code: 'tool-failed',
    why: expect.stringContaining('more than 300000000 bytes of memory'),
  };

  it('it ends a tool that takes too much', async () => {
    expect(await run(command(['takes-memory', '400000000'], { maxMemoryBytes }))).toEqual(failed);
  });

  it('it counts the children of the tool', async () => {
    expect(await run(command(['takes-memory-in-children', '100000000'], { maxMemoryBytes }))).toEqual(failed);
  });

  it('it lets a tool have what it may have', async () => {
    const output = await run(command(['takes-memory', '100000000'], { maxMemoryBytes, timeoutMs: 2_000 }));
    expect(output).toMatchObject({ kind: 'failed', code: 'timed-out' });
  });
});
