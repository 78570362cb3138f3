import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Examination, SourceFile } from '@pawl/scanner';
import { type Conversation, converse } from './converse.ts';

/** An engine in a thread of its own, which is kept: to load it takes longer than what it is asked, and everything else can be judged meanwhile. */
export interface Aside<Hit> {
  readonly examine: (files: readonly SourceFile[]) => Promise<readonly Examination<Hit>[]>;
  /** Has the thread examine nothing, or the sample, in the languages of these files. Where that fails, it fails again when the files come. */
  readonly prepare: (names: readonly string[]) => void;
}

/** What more than one bundle of a process shares: whoever started a thread first did so for all. */
const REGISTRY = Symbol.for('@pawl/aside');

interface Kept {
  readonly conversation: Conversation<unknown>;
  readonly prepared: Set<string>;
}

/**
 * @param name the engine: there is one thread for it in a process.
 * @param program what the thread runs: it answers by `answerAll`. Asked for when the thread is started.
 * @param sample code of any kind, for an engine of which a part is only compiled when it is first used.
 */
export function aside<Hit>(name: string, program: () => URL, sample = ''): Aside<Hit> {
  const thread = (): Kept => threads().get(name) ?? start(name, program());
  return {
    examine: (files) => (thread().conversation as Conversation<Hit>).ask(files),
    prepare: (names) => {
      if (names.length === 0) return;
      const { conversation, prepared } = thread();
      const extensions = [...new Set(names.map(extname))].filter((extension) => !prepared.has(extension));
      if (extensions.length === 0) return;
      conversation.tell(extensions.map((extension) => ({ file: `nothing${extension}`, blob: '', text: sample })));
      for (const extension of extensions) prepared.add(extension);
    },
  };
}

/** One that ended, for want of memory perhaps, is replaced for the next request. */
function start(name: string, program: URL): Kept {
  const worker = new Worker(program);
  const kept = { conversation: converse<unknown>(worker), prepared: new Set<string>() };
  threads().set(name, kept);
  worker.once('exit', () => void threads().delete(name));
  return kept;
}

function threads(): Map<string, Kept> {
  const shared = globalThis as { [REGISTRY]?: Map<string, Kept> };
  return (shared[REGISTRY] ??= new Map());
}
