import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { BenchError } from '../bench-error.ts';
import type { Task } from '../task.ts';
import { type Answer, couldNotTell, type Setting } from './judge-task.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

export interface PoolOptions {
  /** The file of the process that judges. */
  readonly worker: URL;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly jobs: number;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** A process that has grown so large makes room for a new one, in bytes. */
const MOST_MEMORY = 1536 * 1024 * 1024;

/** Until a process that was asked to end is made to, in milliseconds. */
const GRACE_MS = 2_000;

/**
 * Judges tasks in processes of their own, each the next one that is left: what one commit does to its process, such as to use up its memory,
 * is told of this commit alone.
 *
 * @throws BenchError `worker-failed` where a process does not even start, `interrupted`.
 */
export async function judgeInPool(
  tasks: readonly Task[],
  setting: Setting,
  options: PoolOptions,
  onAnswer: (task: Task, answer: Answer) => Promise<void>,
): Promise<void> {
  const left = tasks[Symbol.iterator]();
  const lanes = Math.min(options.jobs, tasks.length);
  await Promise.all(Array.from({ length: lanes }, () => runLane(left, setting, options, onAnswer)));
}

async function runLane(
  left: Iterator<Task>,
  setting: Setting,
  options: PoolOptions,
  onAnswer: (task: Task, answer: Answer) => Promise<void>,
): Promise<void> {
  let worker: Worker | undefined;
  try {
    for (let next = left.next(); !next.done; next = left.next()) {
      if (options.signal.aborted) throw interrupted();
      worker ??= await startWorker(setting, options);
      const { answer, isSpent } = await worker.judge(next.value);
      if (isSpent) {
        worker.end();
        worker = undefined;
      }
      await onAnswer(next.value, answer);
    }
  } finally {
    worker?.end();
  }
}

interface Worker {
  judge(task: Task): Promise<{ readonly answer: Answer; readonly isSpent: boolean }>;
  end(): void;
}

async function startWorker(setting: Setting, options: PoolOptions): Promise<Worker> {
  const child = fork(fileURLToPath(options.worker), {
    env: { ...options.env },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  // Without a listener an error that comes late would end this process.
  child.on('error', () => undefined);
  const words = lastWords(child);
  const first = await heard(child, options);
  if (first.kind !== 'told' || first.message.kind !== 'ready') {
    end(child);
    if (first.kind === 'aborted') throw interrupted();
    throw new BenchError('worker-failed', `the process that judges does not start: ${words() || howItEnded(first)}`);
  }
  send(child, { kind: 'setting', setting });
  return {
    async judge(task) {
      const answered = heard(child, options);
      send(child, { kind: 'task', task });
      const what = await answered;
      if (what.kind === 'aborted') throw interrupted();
      if (what.kind === 'told' && what.message.kind === 'answer')
        return { answer: what.message.answer, isSpent: what.message.memory > MOST_MEMORY };
      return { answer: { judged: unanswered(what, options), isLasting: false }, isSpent: true };
    },
    end: () => end(child),
  };
}

/** Asked first, so that a tool that it runs ends with it; an engine at work hears nothing. */
function end(child: ChildProcess): void {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const insist = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
  child.once('exit', () => clearTimeout(insist));
  child.kill('SIGTERM');
}

type Heard =
  | { readonly kind: 'told'; readonly message: FromWorker }
  | { readonly kind: 'ended'; readonly how: string }
  | { readonly kind: 'late' | 'aborted' };

/** Whatever comes first. */
function heard(child: ChildProcess, { timeoutMs, signal }: PoolOptions): Promise<Heard> {
  return new Promise((resolve) => {
    const settle = (what: Heard): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      child.off('message', onMessage).off('exit', onExit).off('error', onError);
      resolve(what);
    };
    const onMessage = (message: unknown): void => settle({ kind: 'told', message: message as FromWorker });
    const onExit = (status: number | null, by: string | null): void =>
      settle({ kind: 'ended', how: by === null ? `with status ${status}` : `by ${by}` });
    const onError = (error: Error): void => settle({ kind: 'ended', how: error.message });
    const onAbort = (): void => settle({ kind: 'aborted' });
    const timer = setTimeout(() => settle({ kind: 'late' }), timeoutMs);
    child.once('message', onMessage).once('exit', onExit).once('error', onError);
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
  });
}

function unanswered(what: Heard, { timeoutMs }: PoolOptions): Answer['judged'] {
  if (what.kind === 'late')
    return couldNotTell('bench-timeout', `it took longer than ${timeoutMs / 1000} s`, {
      ms: timeoutMs,
      processorMs: 0,
    });
  return couldNotTell('bench-worker-ended', `the process that judged it ended ${howItEnded(what)}`);
}

function howItEnded(what: Heard): string {
  return what.kind === 'ended' ? what.how : 'without an answer';
}

function send(child: ChildProcess, message: ToWorker): void {
  // A process that is gone is heard of by its end.
  child.send(message, () => undefined);
}

/** What a process said before it ended, for who has to mend it. */
function lastWords(child: ChildProcess): () => string {
  let words = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-2000);
  });
  return () => words.trim();
}

function interrupted(): BenchError {
  return new BenchError('interrupted', 'it was ended before all commits were judged; those that were are kept', {
    next: 'run the same command again: it goes on from here',
  });
}
