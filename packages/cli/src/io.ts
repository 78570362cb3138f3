import type { Context } from '@pawl/checkpoint';

/** Where a command writes. Tests pass their own. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly colour: boolean;
  readonly context: Context;
}

export function processIo(): Io {
  const { stdout, stderr, env } = process;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    // https://no-color.org
    colour: stdout.isTTY === true && !env['NO_COLOR'],
    context: { cwd: process.cwd(), env, now: () => new Date(), terminal: stderr.isTTY === true },
  };
}
