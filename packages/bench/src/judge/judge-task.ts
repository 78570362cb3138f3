import { performance } from 'node:perf_hooks';
import { check, type Checked, type Context, isLasting, type Standard, type Tier } from '@pawl/checkpoint';
import { isPawlError } from '@pawl/errors';
import { opensCase, type Reason } from '@pawl/verdict';
import type { Judged, RuleOfReason, State, Task, ToldReason } from '../task.ts';

/** What all tasks of a run have in common. Plain data: it goes to another process. */
export interface Setting {
  /** The repository that everything is read from. */
  readonly directory: string;
  readonly standard: Standard;
  readonly tier: Tier;
  /** Whether what is found out may be kept on this machine. */
  readonly cache: boolean;
}

export interface Answer {
  readonly judged: Judged;
  /** Whether the same question would be answered so another time. */
  readonly isLasting: boolean;
}

/** As many as anybody reads of one commit. */
const MOST_REASONS = 20;
const MOST_LETTERS = 500;

/** Asks the gate as a person would. Whatever it cannot tell is an answer, and never a clean one. */
export async function judgeTask(
  { base, head }: Pick<Task, 'base' | 'head'>,
  { directory, standard, tier, cache }: Setting,
  context: Context,
): Promise<Answer> {
  const started = performance.now();
  const processor = process.cpuUsage();
  const spent = (): Pick<Judged, 'ms' | 'processorMs'> => {
    const { user, system } = process.cpuUsage(processor);
    return { ms: Math.round(performance.now() - started), processorMs: Math.round((user + system) / 1000) };
  };
  try {
    const checked = await check({ ...UNLOCKED, directory, base, head, tier, standard, cache }, context);
    return { judged: { ...judgedOf(checked), ...spent() }, isLasting: await isLasting(checked.evidence) };
  } catch (error) {
    return { judged: couldNotTell(codeOf(error), messageOf(error), spent()), isLasting: false };
  }
}

const UNLOCKED = {
  target: undefined,
  only: undefined,
  audience: 'human',
  logs: [],
  baseLogs: [],
  loop: undefined,
  identity: undefined,
  signAs: undefined,
} as const;

/** What kept a commit from being judged at all. */
export function couldNotTell(
  code: string,
  message: string,
  spent: Pick<Judged, 'ms' | 'processorMs'> = { ms: 0, processorMs: 0 },
): Judged {
  const what = { kind: 'not-examined', outcome: 'inconclusive', rule: code, tool: null } as const;
  const reason = {
    ...what,
    severity: null,
    file: null,
    line: null,
    symbol: null,
    message: message.slice(0, MOST_LETTERS),
  };
  return { state: 'could-not-tell', reasons: [reason], more: 0, rules: [what], ...spent };
}

function judgedOf({ verdict }: Pick<Checked, 'verdict'>): Omit<Judged, 'ms' | 'processorMs'> {
  const against = verdict.reasons.filter(({ outcome }) => outcome !== 'clean');
  return {
    state: stateOf(verdict),
    reasons: against.slice(0, MOST_REASONS).map(told),
    more: Math.max(0, against.length - MOST_REASONS),
    rules: rulesOf(against),
  };
}

/** A loop is stopped by what is known to be bad, even where the rest could not be judged. */
function stateOf({ outcome, reasons }: Checked['verdict']): State {
  if (opensCase(reasons)) return 'stopped';
  return outcome === 'clean' ? 'clean' : 'could-not-tell';
}

function told({ kind, outcome, severity, file, line, symbol, rule, tool, message }: Reason): ToldReason {
  return { kind, outcome, severity, file, line, symbol, rule, tool, message: message.slice(0, MOST_LETTERS) };
}

function rulesOf(reasons: readonly Reason[]): readonly RuleOfReason[] {
  const rules = new Map(
    reasons.map(({ kind, outcome, rule, tool }) => [
      JSON.stringify([kind, outcome, rule, tool]),
      { kind, outcome, rule, tool },
    ]),
  );
  return [...rules.values()];
}

function codeOf(error: unknown): string {
  return isPawlError(error) ? error.code : 'fault';
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return isPawlError(error) ? message : `a fault of Pawl itself: ${message}`;
}
