import type { Attempt } from './attempt.ts';
import { failed } from './attempt.ts';
import type { ProgramRun, Turn } from './means.ts';
import { isInside } from './outside.ts';

const TIMEOUT_MS = 5000;

export type Command = Pick<ProgramRun, 'args' | 'input' | 'env'>;

/** Runs the first of these programs that is there; `undefined` where none is. */
export async function runFirst(
  programs: readonly string[],
  command: Command,
  { means, signal, until }: Turn,
): Promise<Attempt | undefined> {
  for (const program of programs) {
    if (await isAgents(program, means.workTree))
      return failed('its program lies in the repository', 'name one that is installed on this machine');
    const timeoutMs = Math.max(1, Math.min(TIMEOUT_MS, until - means.now()));
    const end = await means.run({ ...command, program, timeoutMs, signal }).catch(() => ({ kind: 'killed' }) as const);
    if (end.kind === 'ended' && end.status === 0) return { kind: 'sent' };
    if (end.kind === 'ended') return failed(`its program ended with ${end.status}`, `try it by hand: ${program}`);
    if (end.kind === 'killed') return failed('its program did not end well in time', `try it by hand: ${program}`);
  }
  return undefined;
}

async function isAgents(program: string, workTree: string | undefined): Promise<boolean> {
  // One that is not there is not run.
  return workTree !== undefined && (await isInside(workTree, program).catch(() => false));
}
