import type { Worker } from 'node:worker_threads';
import type { Examination, SourceFile } from '@pawl/scanner';

export interface Request {
  readonly id: number;
  readonly files: readonly SourceFile[];
}

export type Answer<Hit> =
  | { readonly id: number; readonly examinations: readonly Examination<Hit>[] }
  | { readonly id: number; readonly error: unknown };

interface Open<Hit> {
  readonly answer: (examinations: readonly Examination<Hit>[]) => void;
  readonly fail: (error: unknown) => void;
}

export interface Conversation<Hit> {
  /** Rejects where the thread ends before it answers. */
  readonly ask: (files: readonly SourceFile[]) => Promise<readonly Examination<Hit>[]>;
  /** Nobody wants to know the answer. */
  readonly tell: (files: readonly SourceFile[]) => void;
}

/** Asks a thread. The process waits for an answer that somebody wants, and for nothing else. */
export function converse<Hit>(thread: Worker): Conversation<Hit> {
  const open = new Map<number, Open<Hit>>();
  let asked = 0;
  let end: Error | undefined;
  const close = (id: number): Open<Hit> | undefined => {
    const question = open.get(id);
    open.delete(id);
    if (open.size === 0) thread.unref();
    return question;
  };
  const giveUp = (error: Error): void => {
    end ??= error;
    for (const id of [...open.keys()]) close(id)?.fail(end);
  };
  thread.unref();
  thread.on('message', (said: Answer<Hit>) => {
    const question = close(said.id);
    if ('error' in said) question?.fail(said.error);
    else question?.answer(said.examinations);
  });
  thread.on('error', giveUp);
  thread.on('exit', (status) => giveUp(new Error(`its thread ended with status ${String(status)}`)));
  const say = (files: readonly SourceFile[]): number => {
    asked += 1;
    thread.postMessage({ id: asked, files } satisfies Request);
    return asked;
  };
  return {
    ask: (files) =>
      new Promise((answer, fail) => {
        if (end !== undefined) return fail(end);
        open.set(say(files), { answer, fail });
        thread.ref();
      }),
    tell: (files) => void say(files),
  };
}
