import type { MessagePort } from 'node:worker_threads';
import type { Examination, SourceFile } from '@pawl/scanner';
import type { Answer, Request } from './converse.ts';

/** One examination for each file, in the order of the files. */
export type ExamineAll<Hit> = (files: readonly SourceFile[]) => Promise<readonly Examination<Hit>[]>;

/** Answers every request of a port. What a request was the first to need is loaded by then, which `examined` is told before the answer is given. */
export function answerAll<Hit>(
  port: MessagePort,
  examineAll: ExamineAll<Hit>,
  examined: () => void = () => undefined,
): void {
  const answer = (message: Answer<Hit>): void => port.postMessage(message);
  port.on('message', ({ id, files }: Request) => {
    examineAll(files).then(
      (examinations) => {
        if (files.some(({ text }) => text !== '')) examined();
        answer({ id, examinations });
      },
      (error: unknown) => answer({ id, error }),
    );
  });
}
