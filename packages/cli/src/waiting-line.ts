import { visible } from '@pawl/report';
import type { Io } from './io.ts';

export interface WaitingLine {
  /** Which scanner runs now. */
  readonly scanning: (name: string) => void;
  /** Takes the line away. It may be called again. */
  readonly stop: () => void;
}

/** A scan that takes longer than this is worth a line, in milliseconds. */
const LONG = 1000;

/** What is waited for, on standard error and only where there is a terminal to show it and a reason to wait. */
export function waitingLine({ err, context: { terminal } }: Pick<Io, 'err' | 'context'>): WaitingLine {
  if (!terminal) return { scanning: () => undefined, stop: () => undefined };
  let isShown = false;
  let timer: NodeJS.Timeout | undefined;
  const clear = (): void => {
    clearTimeout(timer);
    if (isShown) err('\r\u001b[K');
    isShown = false;
  };
  return {
    scanning(name) {
      clear();
      timer = setTimeout(() => {
        isShown = true;
        err(`scanning: ${visible(name)} …`);
      }, LONG);
    },
    stop: clear,
  };
}
