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

/**
 * @param program what the thread runs: it answers by `answerAll`. Asked for when the thread is started.
 * @param sample code of any kind, for an engine of which a part is only compiled when it is first used.
 */
export function aside<Hit>(program: () => URL, sample = ''): Aside<Hit> {
  const prepared = new Set<string>();
  let kept: Conversation<Hit> | undefined;
  const thread = (): Conversation<Hit> => (kept ??= start());
  /** One that ended, for want of memory perhaps, is replaced for the next request. */
  const start = (): Conversation<Hit> => {
    const worker = new Worker(program());
    worker.once('exit', () => {
      kept = undefined;
      prepared.clear();
    });
    return converse(worker);
  };
  return {
    examine: (files) => thread().ask(files),
    prepare: (names) => {
      const extensions = [...new Set(names.map(extname))].filter((extension) => !prepared.has(extension));
      if (extensions.length === 0) return;
      thread().tell(extensions.map((extension) => ({ file: `nothing${extension}`, blob: '', text: sample })));
      for (const extension of extensions) prepared.add(extension);
    },
  };
}
