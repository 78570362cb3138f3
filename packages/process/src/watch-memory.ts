import type { ProcessFamily } from './process-family.ts';

const LOOK_EVERY_MS = 50;
/** On a machine with so many processes that a look takes long, looking shall not take more than this part of our time. */
const SHARE = 0.05;
const AT_LEAST_EVERY_MS = 500;

/** Looks at short intervals whether a family holds more than it may, says so once, and gives a way to end the watch. */
export function watchMemory(family: ProcessFamily, maxBytes: number, onTooMuch: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    const began = performance.now();
    if (family.memory(maxBytes) > maxBytes) return onTooMuch();
    const pause = (performance.now() - began) / SHARE;
    timer = setTimeout(look, Math.min(Math.max(LOOK_EVERY_MS, pause), AT_LEAST_EVERY_MS));
  };
  timer = setTimeout(look, LOOK_EVERY_MS);
  return () => clearTimeout(timer);
}
