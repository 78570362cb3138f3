import { isPawlError } from '@pawl/errors';
import { visible } from './visible.ts';

/** What happened, why, and the next command. A fault of ours asks to be reported, with its stack. */
export function errorText(error: unknown): string {
  if (isPawlError(error)) {
    const next = error.next === undefined ? '' : `  next: ${visible(error.next)}\n`;
    return `pawl: ${error.message.split('\n').map(visible).join('\n  ')}\n${next}`;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `pawl: a fault of Pawl itself, please report it\n${detail.split('\n').map(visible).join('\n')}\n`;
}
