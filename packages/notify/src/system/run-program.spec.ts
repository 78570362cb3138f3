import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { ProgramRun } from '../means.ts';
import { scratch } from '../world.fixture.ts';
import { runProgram } from './run-program.ts';

function script(text: string): string {
  const file = join(scratch(), 'program');
  writeFileSync(file, `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  return file;
}

function run(program: string, changed: Partial<ProgramRun> = {}): ProgramRun {
  const signal = new AbortController().signal;
  return { program, args: [], input: '', env: {}, timeoutMs: 10_000, signal, ...changed };
}

/** Whether it still runs: what has ended may be listed until somebody collects it. */
function isAlive(pid: number): boolean {
  try {
    return !/\) [ZX] /u.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

function fail(): never {
  throw new Error('not yet');
}

describe('when a program is run', () => {
  it('it gets its arguments as they are, its input, and nothing of our environment', async () => {
    const out = join(scratch(), 'out');
    const program = script('printf "%s|" "$@" > "$OUT"; /bin/cat >> "$OUT"; printf "|$HOME" >> "$OUT"');
    const args = ['$(id)', 'a b', '; touch x', '"', "'"];
    expect(await runProgram(run(program, { args, input: 'in', env: { OUT: out } }))).toEqual({
      kind: 'ended',
      status: 0,
    });
    expect(readFileSync(out, 'utf8')).toBe(`$(id)|a b|; touch x|"|'|in|`);
  });

  it('its status is told', async () => {
    expect(await runProgram(run(script('exit 75')))).toEqual({ kind: 'ended', status: 75 });
  });

  it('one that does not read what it is given may still do well', async () => {
    expect(await runProgram(run(script('exit 0'), { input: 'x'.repeat(1_000_000) }))).toEqual({
      kind: 'ended',
      status: 0,
    });
  });

  it('one that is not there is missing', async () => {
    expect(await runProgram(run('/nowhere/notify-send'))).toEqual({ kind: 'missing' });
  });

  it('one that kills itself did not end well', async () => {
    expect(await runProgram(run(script('kill -9 $$')))).toEqual({ kind: 'killed' });
  });

  it('one that takes too long is ended', async () => {
    expect(await runProgram(run(script('exec /bin/sleep 60'), { timeoutMs: 50 }))).toEqual({ kind: 'killed' });
  });

  it('it is ended with what it started', async () => {
    const stop = new AbortController();
    const env = { NOTE: join(scratch(), 'pid') };
    const ended = runProgram(run(script('/bin/sleep 60 & echo $! > "$NOTE"; wait'), { env, signal: stop.signal }));
    const pid = await vi.waitFor(() => Number(/^(?<pid>\d+)\n/u.exec(readFileSync(env.NOTE, 'utf8'))?.[1] ?? fail()));
    expect(isAlive(pid)).toBe(true);
    stop.abort();
    expect(await ended).toEqual({ kind: 'killed' });
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 5000);
  });

  it('one for which there is no more time is not started', async () => {
    const mark = join(scratch(), 'mark');
    const sent = run(script(': > "$MARK"'), { env: { MARK: mark }, signal: AbortSignal.abort() });
    expect(await runProgram(sent)).toEqual({ kind: 'killed' });
    expect(existsSync(mark)).toBe(false);
  });
});
