import { visible } from '@pawl/report';
import type { Io } from './io.ts';

export interface WaitingLine {
  /** Which scanner runs now. */
  readonly scanning: (name: string) => void;
  /** What else is waited for, in a few words. */
  readonly waiting: (what: string) => void;
  /** Takes the line away. It may be called again. */
  readonly stop: () => void;
}

/** Does something, and says so where it takes long. */
export async function waitFor<Done>(
  what: string,
  io: Pick<Io, 'err' | 'progress'>,
  work: () => Promise<Done>,
): Promise<Done> {
  const wait = waitingLine(io);
  wait.waiting(what);
  try {
    return await work();
  } finally {
    wait.stop();
  }
}

/** A scan that takes longer than this is worth a line, in milliseconds. */
const LONG = 1000;

/** What is waited for, on standard error and only where there is a terminal to show it and a reason to wait. */
export function waitingLine({ err, progress }: Pick<Io, 'err' | 'progress'>): WaitingLine {
  if (!progress) return { scanning: () => undefined, waiting: () => undefined, stop: () => undefined };
  let isShown = false;
  let timer: NodeJS.Timeout | undefined;
  const clear = (): void => {
    clearTimeout(timer);
    if (isShown) err('\r\u001b[K');
    isShown = false;
  };
  const waiting = (what: string): void => {
    clear();
    timer = setTimeout(() => {
      isShown = true;
      err(`${visible(what)} …`);
    }, LONG);
  };
  return { scanning: (name) => waiting(`scanning: ${name}`), waiting, stop: clear };
}
