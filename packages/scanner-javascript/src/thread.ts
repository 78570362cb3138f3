// The thread in which ESLint lives. It answers one request after the other.
import { parentPort } from 'node:worker_threads';
import { examineAll } from './examine.ts';
import type { Answer, Request } from './converse.ts';

parentPort?.on('message', ({ id, files }: Request) => {
  examineAll(files).then(
    (examinations) => answer({ id, examinations }),
    (error: unknown) => answer({ id, error }),
  );
});

function answer(message: Answer): void {
  parentPort?.postMessage(message);
}
