import { Worker } from 'node:worker_threads';
import type { Examination, SourceFile } from '@pawl/scanner';
import { converse } from './converse.ts';
import { examineAll, type Hit } from './examine.ts';

let ask: ReturnType<typeof converse> | undefined;

/**
 * Examines in a thread of its own, which is kept: loading ESLint and TypeScript's parser, and running them for the first time,
 * is most of what they take, and everything else can be judged meanwhile.
 */
export function examineAside(files: readonly SourceFile[]): Promise<readonly Examination<Hit>[]> {
  // Run from its sources, as specs do, there is nothing that a thread could load.
  if (import.meta.url.endsWith('.ts')) return examineAll(files);
  ask ??= converse(newThread());
  return ask(files);
}

/** One that ended, for want of memory perhaps, is replaced for the next request. */
function newThread(): Worker {
  const thread = new Worker(new URL('./thread.js', import.meta.url));
  thread.once('exit', () => (ask = undefined));
  return thread;
}
