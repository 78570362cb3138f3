import type { MessagePort } from 'node:worker_threads';
import { examineAll } from './examine.ts';
import type { Answer, Request } from './converse.ts';

/** Answers every request of a port. What a request was the first to need is loaded by then, which `examined` is told before the answer is given. */
export function answerAll(port: MessagePort, examined: () => void = () => undefined): void {
  const answer = (message: Answer): void => port.postMessage(message);
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
