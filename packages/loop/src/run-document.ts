import { createHash } from 'node:crypto';
import type { Holder } from '@pawl/ledger';
import { LoopError } from './loop-error.ts';
import type { LoopState, Phase } from './machine.ts';
import type { LoopRequest } from './request.ts';

/** What is known of a run between two of its steps, so that it goes on after a crash. */
export interface Run {
  readonly schema: 'pawl/run@1';
  /** The branch that the agent works on. */
  readonly loop: string;
  /** The git folder of the work tree that it works in. */
  readonly gitDir: string;
  /**
   * The digest of the two command lines. The command lines themselves are not kept: whoever can write here could have a
   * person run something else at the next start.
   */
  readonly commands: string;
  readonly state: LoopState;
  /** The tree that the tests were green for; `null` in other phases than `judge`. */
  readonly tree: string | null;
  /** The case that stopped it; `null` where there is none. */
  readonly case: string | null;
  /** Where the loop's branch, the protected branch and the lock were when the agent was started. `null`: there was none. */
  readonly refs: Readonly<Record<string, string | null>>;
  /** The command that runs, and may have outlived us. */
  readonly child: Holder | null;
}

/** What tells one pair of command lines from another. */
export function commandsDigest({ agent, test }: Pick<LoopRequest, 'agent' | 'test'>): string {
  return createHash('sha256')
    .update(JSON.stringify([agent, test]))
    .digest('hex');
}

const PHASES: readonly Phase[] = ['agent', 'tests', 'judge', 'accepted', 'stopped', 'exhausted'];

/** @throws LoopError `damaged-run` for anything but what `JSON.stringify` made of a run. */
export function parseRun(text: string, file: string): Run {
  const value = parseJson(text);
  if (isRun(value)) return value;
  throw new LoopError('damaged-run', `${file} is not what Pawl wrote there`, {
    next: 'pawl loop --new … begins another run and forgets this one; what was judged is in the ledger',
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRun(value: unknown): value is Run {
  if (!isObject(value) || value['schema'] !== 'pawl/run@1') return false;
  const { state, refs, child } = value;
  const areTexts = ['loop', 'gitDir', 'commands'].every((name) => typeof value[name] === 'string');
  return (
    areTexts &&
    isState(state) &&
    isTextOrNull(value['tree']) &&
    isTextOrNull(value['case']) &&
    areRefs(refs) &&
    isChild(child)
  );
}

function isState(value: unknown): value is LoopState {
  if (!isObject(value)) return false;
  const { phase, iteration, feedback } = value;
  return (
    PHASES.includes(phase as Phase) &&
    Number.isSafeInteger(iteration) &&
    (iteration as number) >= 0 &&
    typeof feedback === 'string'
  );
}

function areRefs(value: unknown): boolean {
  return isObject(value) && Object.values(value).every(isTextOrNull);
}

function isChild(value: unknown): boolean {
  if (value === null) return true;
  // A group id of 0 or 1 would be our own group, or everybody's.
  return (
    isObject(value) &&
    Number.isSafeInteger(value['pid']) &&
    (value['pid'] as number) > 1 &&
    isTextOrNull(value['started']) &&
    typeof value['host'] === 'string'
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}
