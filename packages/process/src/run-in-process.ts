import type { Invocation, Output } from '@pawl/scanner';
import { messageOf, timedOut, toolFailed } from './failed.ts';

type InProcess = Extract<Invocation, { readonly kind: 'in-process' }>;

/**
 * Awaits an engine that lives in this process. The limit holds between its steps only: an engine must bound each of its
 * synchronous steps itself, since nothing here runs while one of them does.
 */
export async function runInProcess({ run }: InProcess, timeoutMs: number): Promise<Output> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<Output>((resolve) => {
    timer = setTimeout(() => resolve(timedOut('the engine', timeoutMs)), timeoutMs);
  });
  try {
    return await Promise.race([finished(run), limit]);
  } finally {
    clearTimeout(timer);
  }
}

async function finished(run: InProcess['run']): Promise<Output> {
  try {
    return { kind: 'done', value: await run() };
  } catch (error) {
    return toolFailed(`the engine stopped with an error: ${messageOf(error)}`);
  }
}
