import { HarnessError } from '../harness-error.ts';
import type { HarnessId } from '../harness-id.ts';

/**
 * The command that a settings file holds: `program`, then the verb, the harness and the event. The event is in it because
 * some harnesses do not repeat it in what they send, and because it tells the form of the answer when that is unreadable.
 */
export function hookCommand(program: string, harness: HarnessId, event: string): string {
  if (!/^[^\p{Cc}\p{Zl}\p{Zp}]{1,500}$/u.test(program) || program.trim() !== program) {
    throw new HarnessError('unsafe-command', 'The command to install is empty, too long or not one plain line.', {
      next: 'Use a command like: npx --no-install pawl',
    });
  }
  return `${program} harness-hook ${harness} ${event}`;
}

/** Whether a command in a settings file is one of ours, whatever program an earlier installation named. */
export function isOurs(command: unknown, harness: HarnessId): boolean {
  return typeof command === 'string' && new RegExp(`\\bharness-hook ${harness}(?: [\\w.]+)?$`, 'u').test(command);
}
