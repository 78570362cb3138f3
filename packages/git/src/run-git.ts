import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { GitError } from './git-error.ts';
import { HARDENED_FLAGS } from './hardened-flags.ts';
import { printable } from './printable.ts';

/** Where git runs: an explicit folder and the whole environment. */
export interface Place {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  /** Exit statuses that are an answer. Default: 0 alone. */
  readonly okStatus?: readonly number[];
  readonly maxOutputBytes?: number;
  /** Default: `HARDENED_FLAGS`. */
  readonly flags?: readonly string[];
}

export interface GitOutput {
  readonly status: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Enough for a tree of two million paths; more is refused rather than held in memory. */
const MAX_OUTPUT_BYTES = 256 * 1024 * 1024;
const MAX_STDERR_BYTES = 64 * 1024;

/**
 * Runs git once, without a shell, and gives the bytes it wrote.
 *
 * @throws GitError `git-missing`, `git-killed`, `output-too-large`, and `git-failed` for a status that is not an answer.
 */
export async function runGit(place: Place, args: readonly string[], options: RunOptions = {}): Promise<GitOutput> {
  const { input, okStatus = [0], maxOutputBytes = MAX_OUTPUT_BYTES, flags } = options;
  const git = startGit(place, args, flags);
  const stdout: Buffer[] = [];
  let size = 0;
  git.child.stdout.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > maxOutputBytes) git.child.kill('SIGKILL');
    else stdout.push(chunk);
  });
  git.child.stdin.end(input);
  // A git that ended by itself before the signal reached it was not killed, and its output is cut all the same.
  await git.ended.catch(() => undefined);
  if (size > maxOutputBytes) {
    throw new GitError('output-too-large', `git ${args[0]} wrote more than ${maxOutputBytes} bytes`);
  }
  const { status, stderr } = await git.ended;
  if (!okStatus.includes(status)) throw failedGit(args, status, stderr);
  return { status, stdout: Buffer.concat(stdout), stderr };
}

export interface RunningGit {
  readonly child: ChildProcessWithoutNullStreams;
  /** Settles when the process is gone and its output was read. Rejects when it was killed or never started. */
  readonly ended: Promise<{ readonly status: number; readonly stderr: string }>;
}

/**
 * Starts git and leaves the talking to the caller. The only place that spawns.
 *
 * @throws GitError `git-missing` when the system had no process or no files left to give.
 */
export function startGit(place: Place, args: readonly string[], flags: readonly string[] = HARDENED_FLAGS): RunningGit {
  const child = spawnGit(place, [...flags, ...args]);
  let stderr = Buffer.alloc(0);
  child.stderr.on('data', (chunk: Buffer) => {
    stderr = Buffer.concat([stderr, chunk]).subarray(0, MAX_STDERR_BYTES);
  });
  // A git that ends before it read its input breaks the pipe; its status and stderr say why, so this error adds nothing.
  child.stdin.on('error', () => undefined);
  const ended = new Promise<{ status: number; stderr: string }>((fulfil, reject) => {
    child.on('error', (cause) => reject(notStarted(cause)));
    child.on('close', (status, signal) => {
      // A killed process has the status null, and `null || 0` would be success.
      if (status === null) reject(killedGit(args, signal, stderr.toString()));
      else fulfil({ status, stderr: stderr.toString() });
    });
  });
  return { child, ended };
}

function spawnGit({ cwd, env }: Place, args: readonly string[]): ChildProcessWithoutNullStreams {
  let child: ChildProcessWithoutNullStreams;
  try {
    child = spawn('git', args, { cwd, env, stdio: 'pipe', shell: false, windowsHide: true });
  } catch (cause) {
    throw notStarted(cause);
  }
  // With no file descriptor left, node gives a process without streams and tells why only later.
  if ((child.stdin as unknown) === undefined) {
    child.on('error', () => undefined);
    throw notStarted(new Error('too many open files'));
  }
  return child;
}

export function failedGit(args: readonly string[], status: number, stderr: string): GitError {
  const firstLine = stderr.split('\n', 1).join('');
  const message = `git ${args[0]} failed with status ${status}: ${printable(firstLine)}`;
  return new GitError('git-failed', message, { cause: new Error(stderr) });
}

function notStarted(cause: unknown): GitError {
  const why = cause instanceof Error ? cause.message : String(cause);
  const isAbsent = (cause as NodeJS.ErrnoException).code === 'ENOENT';
  const next = isAbsent
    ? 'Install git 2.39 or newer and make sure that it is on the PATH.'
    : 'Run the command again; if it happens again, look at the limits of the system (ulimit -a).';
  return new GitError('git-missing', `git could not be started: ${why}`, { next, cause });
}

function killedGit(args: readonly string[], signal: NodeJS.Signals | null, stderr: string): GitError {
  const next = 'Run the command again; if it happens again, look at the memory that is left.';
  return new GitError('git-killed', `git ${args[0]} was killed by ${signal}`, { next, cause: new Error(stderr) });
}
