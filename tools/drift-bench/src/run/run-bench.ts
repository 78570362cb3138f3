import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { BenchError } from '../bench-error.ts';
import { CASE_KINDS } from '../dataset/case.ts';
import type { ResultRow } from './result-row.ts';
import { type RunRequest, runShard } from './run-shard.ts';
import { shards } from './shards.ts';

/** More would fight for the two cores that such machines have, and time would be noise. */
export const MAX_JOBS = 2;

const WORKER = fileURLToPath(new URL('../../bin/worker.js', import.meta.url));

/**
 * Runs a gate over all cases, in this process or shared out to two. The rows come in the order of the manifest, whoever
 * judged them.
 *
 * @throws BenchError `worker-failed` where a process ends before it has told everything.
 */
export async function runBench(
  request: RunRequest,
  jobs: number,
  onRow: (row: ResultRow) => void = () => undefined,
): Promise<readonly ResultRow[]> {
  const rows: ResultRow[] = [];
  const take = (row: ResultRow): void => {
    rows.push(row);
    onRow(row);
  };
  if (jobs <= 1) await runShard(request, take);
  else await inWorkers(shards(request.rows, Math.min(jobs, MAX_JOBS)), request, take);
  return inOrder(rows, request);
}

/** Where one fails, the others have nothing left to work for. */
async function inWorkers(
  shares: readonly RunRequest['rows'][],
  request: RunRequest,
  onRow: (row: ResultRow) => void,
): Promise<void> {
  const abort = new AbortController();
  try {
    await Promise.all(shares.map((rows) => inWorker({ ...request, rows }, onRow, abort.signal)));
  } finally {
    abort.abort();
  }
}

function inWorker(request: RunRequest, onRow: (row: ResultRow) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = fork(WORKER, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], signal });
    worker.on('message', (row) => onRow(row as ResultRow));
    worker.on('error', reject);
    worker.once('close', (status, signal) => {
      if (status === 0) return resolve();
      reject(new BenchError('worker-failed', `a worker ended with ${signal ?? status} before it had judged its cases`));
    });
    worker.send(request);
  });
}

function inOrder(rows: readonly ResultRow[], { rows: manifest }: RunRequest): readonly ResultRow[] {
  const place = new Map(manifest.map(({ id }, at) => [id, at]));
  const rank = ({ id, kind }: ResultRow): number => (place.get(id) ?? 0) * CASE_KINDS.length + CASE_KINDS.indexOf(kind);
  return rows.toSorted((a, b) => rank(a) - rank(b));
}
