import { createContext, runInContext } from 'node:vm';

/** The work was ended because it took too long. */
export class OutOfTime extends Error {}

const context: { work: () => unknown } = { work: () => undefined };

/**
 * Runs synchronous work and ends it when its time is up. V8's own termination is the only thing that stops a parser or a
 * regular expression in this thread: a timer would fire only once they are done.
 */
export function withinTime<Result>(milliseconds: number, work: () => Result): Result {
  context.work = work;
  try {
    return runInContext('work()', isolated(), { timeout: milliseconds }) as Result;
  } catch (error) {
    // Not `instanceof Error`: V8 makes this one in the other context.
    if ((error as { readonly code?: unknown } | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw new OutOfTime();
    throw error;
  }
}

let made: typeof context | undefined;

/** Made once: a context costs a millisecond and much memory, and nothing but the call is evaluated in it. */
function isolated(): typeof context {
  made ??= createContext(context) as typeof context;
  return made;
}
