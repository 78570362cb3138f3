import { SetUpStopped } from './set-up-stopped.ts';

/** Does it to its end, whatever is pressed meanwhile: what is written by halves is worse than what takes a second longer. */
export async function uninterrupted<Result>(work: () => Promise<Result>): Promise<Result> {
  let isWanted = false;
  const note = (): void => {
    isWanted = true;
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, note);
  try {
    return await work();
  } catch (cause) {
    // The same key reaches the git that is at work for us.
    if (!isWanted) throw cause;
    throw new SetUpStopped('interrupted', 'it was interrupted, and some of it may be written', {
      cause,
      next: 'go on where it stopped: pawl init',
    });
  } finally {
    for (const signal of signals) process.off(signal, note);
  }
}
