import { type ChildProcess, spawn } from 'node:child_process';
import { type Failed, messageOf, timedOut, toolFailed, wroteTooMuch } from './failed.ts';
import { onEarlyEnd } from './on-early-end.ts';
import { familyOf, type ProcessFamily } from './process-family.ts';
import { watchMemory } from './watch-memory.ts';

/**
 * What a run may use: milliseconds, bytes that it prints or writes as its result, and bytes of memory with all its
 * children.
 */
export interface Limits {
  readonly timeoutMs: number;
  readonly maxOutputBytes: number;
  readonly maxMemoryBytes: number;
}

/** One program, where it runs and what it may use. */
export interface LimitedSpawn {
  /** As people call it, for messages. */
  readonly name: string;
  /** Absolute path. */
  readonly tool: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** What the whole command may use. */
  readonly limits: Limits;
  /** What earlier steps left of it. */
  readonly left: { readonly ms: number; readonly bytes: number };
}

/** A program that came to its own end. */
export interface Ended {
  readonly kind: 'ended';
  readonly status: number;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
}

/** Runs one program to its end, or kills it with all its children at the first limit that it breaks. */
export function spawnLimited(limited: LimitedSpawn): Promise<Ended | Failed> {
  return new Promise((resolve) => {
    const { name, limits, left } = limited;
    const child = spawnGroup(limited);
    const family = child.pid === undefined ? undefined : familyOf(child.pid);
    const gone = family && onEarlyEnd(family.kill);
    const written = collect(child, left.bytes, () => stop(wroteTooMuch(name, limits.maxOutputBytes)));
    const stop = (failed: Failed): void => {
      release();
      resolve(endWith(failed, child, family));
    };
    const timer = setTimeout(() => stop(timedOut(name, limits.timeoutMs)), Math.max(0, left.ms));
    const unwatch =
      family && watchMemory(family, limits.maxMemoryBytes, () => stop(usedTooMuch(name, limits.maxMemoryBytes)));
    const release = (): void => {
      clearTimeout(timer);
      unwatch?.();
    };
    child.on('error', (error) => stop(toolFailed(`${name} could not be started: ${messageOf(error)}`)));
    // A child left behind would hold the pipes open until the time limit.
    child.on('exit', () => {
      family?.kill();
      gone?.();
    });
    child.on('close', (status, signal) => {
      release();
      resolve(ended(name, status, signal, written()));
    });
  });
}

/** Its own process group and session, so that a tool which forks can be ended whole. */
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

type Written = Pick<Ended, 'stdout' | 'stderr'>;

function collect(child: ChildProcess, maxBytes: number, onTooMuch: () => void): () => Written {
  const chunks = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  let bytes = 0;
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]?.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > maxBytes) onTooMuch();
      else chunks[stream].push(chunk);
    });
  }
  return () => ({ stdout: Buffer.concat(chunks.stdout), stderr: Buffer.concat(chunks.stderr) });
}

/** Waits until the kernel has taken the tool away, so that it writes into no folder that is about to be removed. */
async function endWith(failed: Failed, child: ChildProcess, family: ProcessFamily | undefined): Promise<Failed> {
  const gone = new Promise<void>((resolve) => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) resolve();
    child.once('exit', () => resolve());
    // A process in the middle of a system call may take its time to die.
    setTimeout(resolve, 1000).unref();
  });
  family?.kill();
  child.stdout?.destroy();
  child.stderr?.destroy();
  await gone;
  return failed;
}

function usedTooMuch(name: string, maxMemoryBytes: number): Failed {
  return toolFailed(`${name} used more than ${String(maxMemoryBytes)} bytes of memory`);
}

function ended(name: string, status: number | null, signal: string | null, written: Written): Ended | Failed {
  // A killed tool has no status; `status ?? 0` would make it clean.
  if (status === null) return toolFailed(`${name} was killed by ${signal ?? 'an unknown signal'}`);
  return { kind: 'ended', status, ...written };
}
