import { COULD_NOT_TELL } from './exit-status.ts';
import type { Io } from './io.ts';

/** Seconds that a hook may take. Only a push asks scanners, and each of them has a limit of its own. */
const USUAL = 300;
const PUSH = 3600;

/**
 * Ends the process after a while, with "could not tell": who waits for ever sooner or later commits without the hook. The variable
 * PAWL_HOOK_SECONDS asks for another limit; a lower one only refuses earlier, so it need not be protected.
 */
export function limitTime(
  hook: string | undefined,
  { err, context: { env } }: Pick<Io, 'err' | 'context'>,
  end: (status: number) => void = process.exit,
): void {
  const wanted = /^[1-9]\d{0,5}$/u.exec(env['PAWL_HOOK_SECONDS'] ?? '')?.[0];
  const seconds = wanted === undefined ? (hook === 'pre-push' ? PUSH : USUAL) : Number(wanted);
  const timer = setTimeout(() => {
    err(`pawl: could not tell: the hook was not done after ${seconds} seconds, so it refuses\n`);
    err('  next: try again, or give it longer: PAWL_HOOK_SECONDS=1800 git ...\n');
    end(COULD_NOT_TELL);
  }, seconds * 1000);
  // It must not keep a process alive that has answered.
  timer.unref();
}
