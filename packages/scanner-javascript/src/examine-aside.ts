import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Examination, SourceFile } from '@pawl/scanner';
import { type Conversation, converse } from './converse.ts';
import { examineAll, type Hit } from './examine.ts';

let thread: Conversation | undefined;

/**
 * Examines in a thread of its own, which is kept: loading ESLint and TypeScript's parser, and running them for the first time,
 * is most of what they take, and everything else can be judged meanwhile.
 */
export function examineAside(files: readonly SourceFile[]): Promise<readonly Examination<Hit>[]> {
  // Run from its sources, as specs do, there is nothing that a thread could load.
  if (isSource) return examineAll(files);
  thread ??= converse(newThread());
  return thread.ask(files);
}

/** Has the thread examine nothing in the languages of these files. Where that fails, it fails again when the files come. */
export function prepareThread(names: readonly string[]): void {
  if (names.length === 0 || isSource) return;
  const nothing = [...new Set(names.map(extname))].map((extension) => ({
    file: `nothing${extension}`,
    blob: '',
    text: '',
  }));
  thread ??= converse(newThread());
  thread.tell(nothing);
}

const isSource = import.meta.url.endsWith('.ts');

/** One that ended, for want of memory perhaps, is replaced for the next request. */
function newThread(): Worker {
  const worker = new Worker(program());
  worker.once('exit', () => (thread = undefined));
  return worker;
}

/** A checkout that was compiled and not bundled has the one alone. */
function program(): URL {
  const bundled = new URL('./bundle/thread-start.cjs', import.meta.url);
  return existsSync(bundled) ? bundled : new URL('./thread.js', import.meta.url);
}
