import type { Config } from '@pawl/config';
import type { Repository } from '@pawl/git';
import { run } from '@pawl/process';
import type { Invocation, Output } from '@pawl/scanner';
import type { Context } from './context.ts';

/** Does what a scanner described. It never rejects: what goes wrong comes back as `failed`. */
export type Run = (invocation: Invocation) => Promise<Output>;

/** How much a tool may take is what the configuration says, and not its adapter: that is locked. */
export function runnerFor({ topLevel, gitDir }: Repository, { env }: Context, limits: Config['limits']): Run {
  const { timeoutMs: inProcessTimeoutMs, toolTimeoutMs: timeoutMs, toolMemoryBytes: maxMemoryBytes } = limits;
  const options = { workTree: topLevel ?? gitDir, environment: env, inProcessTimeoutMs };
  return (invocation) =>
    run(invocation.kind === 'command' ? { ...invocation, timeoutMs, maxMemoryBytes } : invocation, options);
}
