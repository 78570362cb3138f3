import { isPawlError } from '@pawl/errors';

/** What keeps a report from saying something, and the next step; anything but a coded error is a fault of ours, and is thrown on. */
export function sentenceOf(error: unknown): string {
  if (!isPawlError(error)) throw error;
  return error.next === undefined ? error.message : `${error.message}; next: ${error.next}`;
}
