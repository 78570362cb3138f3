import type { NotExaminedCode } from '@pawl/findings';

/** What may be different another time: nothing that is kept may hold it. */
const FAULTS: readonly NotExaminedCode[] = ['timed-out', 'tool-failed'];

export function isFault({ code }: { readonly code: NotExaminedCode }): boolean {
  return FAULTS.includes(code);
}
