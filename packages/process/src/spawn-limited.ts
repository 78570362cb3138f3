import { type ChildProcess, spawn } from 'node:child_process';
import type { Output } from '@pawl/scanner';
import { messageOf, timedOut, toolFailed } from './failed.ts';

/** The `value` of a command that did its work. */
export interface CommandResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface LimitedSpawn {
  /** As people call it, for messages. */
  readonly name: string;
  /** Absolute path. */
  readonly tool: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly okStatus: readonly number[];
  readonly timeoutMs: number;
  readonly maxOutputBytes: number;
}

/** Runs one program to its end, or kills it with all its children at the first limit that it breaks. */
export function spawnLimited(limited: LimitedSpawn): Promise<Output> {
  return new Promise((resolve) => {
    const { name, timeoutMs, maxOutputBytes } = limited;
    const child = spawnGroup(limited);
    const written = { stdout: [] as Buffer[], stderr: [] as Buffer[], bytes: 0 };
    const stop = (why: Output): void => {
      clearTimeout(timer);
      if (child.exitCode === null && child.signalCode === null) killGroup(child);
      child.stdout?.destroy();
      child.stderr?.destroy();
      resolve(why);
    };
    const timer = setTimeout(() => stop(timedOut(name, timeoutMs)), timeoutMs);
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream]?.on('data', (chunk: Buffer) => {
        written.bytes += chunk.length;
        if (written.bytes > maxOutputBytes) stop(toolFailed(`${name} wrote more than ${String(maxOutputBytes)} bytes`));
        else written[stream].push(chunk);
      });
    }
    child.on('error', (error) => stop(toolFailed(`${name} could not be started: ${messageOf(error)}`)));
    // A child left behind would hold the pipes open until the time limit.
    child.on('exit', () => killGroup(child));
    child.on('close', (status, signal) => stop(outcome(limited, status, signal, written)));
  });
}

/** Its own process group, so that a tool which forks can be ended whole. */
function spawnGroup({ tool, args, cwd, env }: LimitedSpawn): ChildProcess {
  return spawn(tool, [...args], {
    cwd,
    env: { ...env },
    shell: false,
    detached: true,
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody of the group is left.
  }
}

interface Written {
  readonly stdout: readonly Buffer[];
  readonly stderr: readonly Buffer[];
}

function outcome(
  { name, okStatus }: LimitedSpawn,
  status: number | null,
  signal: string | null,
  written: Written,
): Output {
  const stderr = Buffer.concat(written.stderr).toString('utf8');
  // A killed tool has no status; `status ?? 0` would make it clean.
  if (status === null) return toolFailed(`${name} was killed by ${signal ?? 'an unknown signal'}`);
  if (!okStatus.includes(status)) return toolFailed(`${name} ended with status ${String(status)}${lastLine(stderr)}`);
  const stdout = strictUtf8(Buffer.concat(written.stdout));
  if (stdout === undefined) return toolFailed(`${name} wrote something that is not UTF-8`);
  const value: CommandResult = { status, stdout, stderr };
  return { kind: 'done', value };
}

/** Replacement characters would change what an adapter reads without a word. */
function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function lastLine(stderr: string): string {
  const line = stderr.trim().split('\n').at(-1) ?? '';
  return line === '' ? '' : `: ${line.slice(0, 200)}`;
}
