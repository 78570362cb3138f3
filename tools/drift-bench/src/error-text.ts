import { isPawlError } from '@pawl/errors';

/** What happened and what to do next; for a fault of ours, where. */
export function errorText(error: unknown): string {
  if (isPawlError(error))
    return `drift-bench: ${error.message}\n${error.next === undefined ? '' : `  next: ${error.next}\n`}`;
  return `drift-bench: a fault of the benchmark\n${error instanceof Error ? error.stack : String(error)}\n`;
}
