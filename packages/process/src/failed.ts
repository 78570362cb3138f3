import type { Output } from '@pawl/scanner';

/** A run that came to no result, with one plain sentence. */
export type Failed = Extract<Output, { readonly kind: 'failed' }>;

export function toolFailed(why: string): Failed {
  return { kind: 'failed', code: 'tool-failed', why };
}

export function toolMissing(name: string): Failed {
  return { kind: 'failed', code: 'tool-missing', why: `${name} was not found on PATH outside the work tree` };
}

export function timedOut(what: string, timeoutMs: number): Failed {
  return { kind: 'failed', code: 'timed-out', why: `${what} did not finish within ${String(timeoutMs)} ms` };
}

export function wroteTooMuch(what: string, maxOutputBytes: number): Failed {
  return toolFailed(`${what} wrote more than ${String(maxOutputBytes)} bytes`);
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
