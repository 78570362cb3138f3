import type { Invocation, Output } from '@pawl/scanner';
import { runCommand } from './run-command.ts';
import { runInProcess } from './run-in-process.ts';

/** Where a tool is looked for and how long it may take. */
export interface RunOptions {
  /** No tool is taken from here: the tree under test may not supply the tool that tests it. The current folder, unless given. */
  readonly workTree?: string;
  /** Where `PATH` and the few variables that a tool needs are taken from. The environment of this process, unless given. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** For in-process engines, in milliseconds; a command carries its own limit. Ten minutes, unless given. */
  readonly inProcessTimeoutMs?: number;
}

const TEN_MINUTES = 600_000;

/**
 * Does what an adapter described. It never rejects: whatever goes wrong comes back as `failed` with one plain sentence,
 * so that a caller cannot take a fault for an empty result.
 *
 * The value of a command is a {@link CommandResult}.
 */
export function run(invocation: Invocation, options: RunOptions = {}): Promise<Output> {
  if (invocation.kind === 'in-process') return runInProcess(invocation, options.inProcessTimeoutMs ?? TEN_MINUTES);
  return runCommand(invocation, {
    workTree: options.workTree ?? process.cwd(),
    environment: options.environment ?? process.env,
  });
}
