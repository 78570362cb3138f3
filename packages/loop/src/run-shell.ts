import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { type Holder, processOf } from '@pawl/ledger';
import { familyOf, onEarlyEnd, type ProcessFamily } from '@pawl/process';
import type { CommandEnd } from './machine.ts';
import { tailOf } from './tail.ts';

export interface ShellCommand {
  /** A command line for the system's shell. */
  readonly line: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly input: string;
  readonly timeoutMs: number;
  /** Where everything that it writes is kept, up to {@link MAX_LOG_BYTES}. */
  readonly log: string;
  readonly signal: AbortSignal;
  /** Told of the process, so that it can be found again by whoever comes after us. */
  readonly started: (child: Holder) => Promise<void>;
}

/** What is given back of the output: its end, where tests say what failed. */
export const MAX_FEEDBACK_BYTES: number = 64 * 1024;
const MAX_LOG_BYTES = 16 * 1024 * 1024;
/** How often to look who belongs to a command, so that those who leave its group are known when it is ended. */
const LOOK_EVERY_MS = 1000;
/** Who left the family unseen may hold its output open for ever. */
const LAST_WORDS_MS = 2000;
/** A shell says with these that there is no such command, or that it may not be run. */
const NOT_A_COMMAND: readonly number[] = [126, 127];
/** A shell tells of a command that was killed by adding the signal to this. */
const KILLED = 128;
const LAST_SIGNAL = 64;

/**
 * Runs a command line to its end, or ends it with all its children at the time limit or when the user interrupts. What it
 * leaves running is ended too: nothing may go on changing the files that are judged next.
 */
export async function runShell(command: ShellCommand): Promise<CommandEnd> {
  if (command.signal.aborted) return { kind: 'interrupted' };
  const child = spawnShell(command);
  const over = settled(child);
  const { pid } = child;
  if (pid === undefined) return { kind: 'not-started', why: (await over)?.message ?? 'it has no process' };
  const family = familyOf(pid);
  const looking = setInterval(() => family.memory(Number.POSITIVE_INFINITY), LOOK_EVERY_MS);
  const gone = onEarlyEnd(family.kill);
  const written = collect(child, command.log);
  try {
    await command.started(await processOf(pid));
    child.stdin?.on('error', () => undefined).end(command.input);
    const early = await untilOver(over, command, family);
    family.kill();
    await Promise.race([written.read, delay(LAST_WORDS_MS, undefined, { ref: false })]);
    if (early === 'interrupted') return { kind: early };
    const end = early ?? howItEnded(child);
    return end.kind === 'not-started' ? end : { ...end, output: written.tail() };
  } finally {
    family.kill();
    clearInterval(looking);
    gone();
    written.end();
  }
}

/** In a session of its own: it has no terminal to speak to the person at, and can be ended whole. */
function spawnShell({ line, cwd, env }: ShellCommand): ChildProcess {
  return spawn(line, { cwd, env: { ...env }, shell: true, detached: true, windowsHide: true, stdio: 'pipe' });
}

/** Gives the error of a command that never started. */
function settled(child: ChildProcess): Promise<Error | undefined> {
  return new Promise((resolve) => {
    child.on('error', resolve);
    child.on('exit', () => resolve(undefined));
  });
}

type Early = { readonly kind: 'timed-out'; readonly minutes: number } | 'interrupted';

/** Waits for the end, and gives what ended it before its time. */
async function untilOver(
  over: Promise<unknown>,
  { timeoutMs, signal }: ShellCommand,
  family: ProcessFamily,
): Promise<Early | undefined> {
  let early: Early | undefined;
  const stop = (why: Early): void => {
    early ??= why;
    family.kill();
  };
  const timer = setTimeout(() => stop({ kind: 'timed-out', minutes: timeoutMs / 60_000 }), timeoutMs);
  const interrupt = (): void => stop('interrupted');
  signal.addEventListener('abort', interrupt);
  // Between the start and this line the user may have interrupted.
  if (signal.aborted) interrupt();
  await over;
  clearTimeout(timer);
  signal.removeEventListener('abort', interrupt);
  return early;
}

type Ending =
  | { readonly kind: 'ended'; readonly status: number }
  | { readonly kind: 'killed'; readonly signal: string }
  | { readonly kind: 'not-started'; readonly why: string };

function howItEnded({ exitCode, signalCode }: ChildProcess): Ending {
  if (exitCode === null) return { kind: 'killed', signal: signalCode ?? 'an unknown signal' };
  if (NOT_A_COMMAND.includes(exitCode)) return { kind: 'not-started', why: `the shell ended with ${exitCode}` };
  const signal = exitCode - KILLED;
  if (signal > 0 && signal <= LAST_SIGNAL) return { kind: 'killed', signal: `signal ${signal}` };
  return { kind: 'ended', status: exitCode };
}

interface Written {
  /** Settles when both outputs were read to their end. */
  readonly read: Promise<unknown>;
  readonly tail: () => string;
  readonly end: () => void;
}

/** Both outputs, in the order in which they arrive. */
function collect(child: ChildProcess, logFile: string): Written {
  const tail = tailOf(MAX_FEEDBACK_BYTES);
  const log = createWriteStream(logFile, { mode: 0o600 });
  let logged = 0;
  // A log is for whoever wants to look; a full disk is told by what comes next.
  log.on('error', () => (logged = MAX_LOG_BYTES));
  const take = (chunk: Buffer): void => {
    tail.add(chunk);
    if (logged < MAX_LOG_BYTES) log.write(chunk);
    logged += chunk.length;
  };
  const read = [child.stdout, child.stderr].map(
    (stream) => new Promise((resolve) => stream?.on('data', take).on('close', resolve).on('error', resolve)),
  );
  return {
    read: Promise.all(read),
    tail: () => tail.text(),
    end() {
      child.stdout?.destroy();
      child.stderr?.destroy();
      log.end();
    },
  };
}
