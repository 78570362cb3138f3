import { ReceiveError } from './receive-error.ts';

/**
 * Gives an answer within the budget, or none: who pushes must not be able to wait until nobody looks any more.
 *
 * @throws ReceiveError `over-time`
 */
export async function withinSeconds<T>(seconds: number, work: Promise<T>): Promise<T> {
  const started = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(overTime(seconds)), seconds * 1000);
  });
  try {
    const answer = await Promise.race([work, late]);
    // Work that never let go of the thread kept the timer waiting, too.
    if (performance.now() - started > seconds * 1000) throw overTime(seconds);
    return answer;
  } finally {
    clearTimeout(timer);
  }
}

function overTime(seconds: number): ReceiveError {
  return new ReceiveError('over-time', `the push could not be judged within ${seconds} seconds`, {
    next: 'push fewer branches at once, or ask whoever runs this server for a longer budget ("seconds")',
  });
}
