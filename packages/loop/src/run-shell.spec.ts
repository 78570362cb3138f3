import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CommandEnd } from './machine.ts';
import { MAX_FEEDBACK_BYTES, runShell, type ShellCommand } from './run-shell.ts';

interface Ran {
  readonly end: CommandEnd;
  readonly log: string;
  readonly pid: number;
}

async function run(line: string, more: Partial<ShellCommand> = {}): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'pawl-loop-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  let pid = 0;
  const end = await runShell({
    line,
    cwd: folder,
    env: { PATH: process.env['PATH'] },
    input: '',
    timeoutMs: 60_000,
    log: join(folder, 'log'),
    signal: new AbortController().signal,
    started: (child) => Promise.resolve(void (pid = child.pid)),
    ...more,
  });
  return { end, log: readFileSync(join(folder, 'log'), 'utf8'), pid };
}

/** One that nobody has collected yet has ended all the same. */
function isAlive(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) [ZX] /u.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

describe('when a command line runs', () => {
  it('it is given its input, and both of its outputs are kept', async () => {
    const { end } = await run('cat; echo wrong >&2; exit 3', { input: 'told\n' });
    expect(end).toEqual({ kind: 'ended', status: 3, output: 'told\nwrong\n' });
  });

  it('one that reads no input ends well', async () => {
    expect((await run('true', { input: 'x'.repeat(1_000_000) })).end).toMatchObject({ kind: 'ended', status: 0 });
  });

  it.each([
    ['that is not there', 'no-such-command-anywhere'],
    ['that may not be run', '/dev/null'],
  ])('one %s is not started', async (_, line) => {
    expect((await run(line)).end).toMatchObject({ kind: 'not-started' });
  });

  it.each([
    ['itself', 'kill -9 $$'],
    ['within', 'sh -c "kill -9 \\$\\$"; exit 137'],
  ])('one that is killed has no status: %s', async (_, line) => {
    expect((await run(line)).end.kind).toBe('killed');
  });

  it('of a long output the end is given back', async () => {
    const { end } = await run('yes 0123456789 | head -n 90000; echo last');
    expect(end.kind === 'ended' && Buffer.byteLength(end.output)).toBe(MAX_FEEDBACK_BYTES);
    expect(end.kind === 'ended' && end.output.endsWith('0123456789\nlast\n')).toBe(true);
  });

  it('what it leaves running is ended, and does not hold it up', async () => {
    const { end } = await run('sleep 60 & echo $!');
    expect(end.kind).toBe('ended');
    expect(isAlive(Number(end.kind === 'ended' && end.output))).toBe(false);
  });

  it('it is ended at the time limit, with what it started', async () => {
    const { end, pid } = await run('echo begun; sleep 60; echo never', { timeoutMs: 300 });
    expect(end).toEqual({ kind: 'timed-out', minutes: 0.005, output: 'begun\n' });
    expect(isAlive(pid)).toBe(false);
  });

  it('it is ended when the user interrupts', async () => {
    const controller = new AbortController();
    const started = (): Promise<void> => Promise.resolve(controller.abort());
    expect((await run('sleep 60', { signal: controller.signal, started })).end).toEqual({ kind: 'interrupted' });
    expect(await runShell({ signal: controller.signal } as ShellCommand)).toEqual({ kind: 'interrupted' });
  });
});
