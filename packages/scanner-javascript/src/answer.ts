import type { MessagePort } from 'node:worker_threads';
import { answerAll } from '@pawl/aside';
import { examineAll } from './examine.ts';

/** Answers what a thread is asked. */
export function answer(port: MessagePort, examined?: () => void): void {
  answerAll(port, examineAll, examined);
}
