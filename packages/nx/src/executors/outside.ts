import type { Context } from '@pawl/checkpoint';

/** Where an executor writes, and what it knows of the world. Tests pass their own. */
export interface Outside {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly context: Context;
}

/** Nx tasks have no terminal: whoever is not said to be a person is an agent. */
export function outsideOf(root: string): Outside {
  const { stdout, stderr, env } = process;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    context: { cwd: root, env, now: () => new Date(), terminal: stderr.isTTY === true },
  };
}
