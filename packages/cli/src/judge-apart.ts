import { Worker } from 'node:worker_threads';
import type { Outcome } from '@pawl/harness';

export interface JudgesApart {
  /** Rejects where the thread ends without an answer. */
  readonly judge: (folders: readonly string[]) => Promise<Outcome>;
  /** Settles once a thread that has answered has nothing left to do. One that has not answered is not waited for. */
  readonly ended: () => Promise<unknown>;
}

/** Judges in a thread of its own, whose file is given: an engine at work looks at no clock. */
export function judgeApart(file: URL): JudgesApart {
  let ended: Promise<unknown> = Promise.resolve();
  return {
    judge: (folders) =>
      new Promise((resolve, reject) => {
        // What it may print goes nowhere: any word more would break the answer.
        const worker = new Worker(file, { workerData: folders, stdout: true, stderr: true });
        const exit = new Promise((gone) => worker.once('exit', gone));
        worker.once('message', (outcome: Outcome) => {
          ended = exit;
          resolve(outcome);
        });
        worker.once('error', reject);
        worker.once('exit', () => reject(new Error('the judging thread ended without an answer')));
      }),
    ended: () => ended,
  };
}
