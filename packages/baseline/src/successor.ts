import type { Decision, Release, Waiver } from './decision.ts';
import { DecisionError } from './decision-error.ts';
import { decisionReason } from './decision-reason.ts';
import type { Lock } from './lock.ts';
import type { Pin } from './pin.ts';
import { DAY_MS, liveWaivers, MOST_DAYS, mostWaivers, sortedWaivers } from './waivers.ts';

/** What a successor lock says otherwise than the lock before it. All the rest is repeated. */
export interface SuccessorFields extends Pick<Lock, 'waivers' | 'releases'> {
  readonly decision: Exclude<Decision, { readonly kind: 'lock' }>;
}

type Before = Pick<Lock, 'waivers' | 'releases' | 'configuration'>;

/** What is waived, and what people are told of it. */
export interface Waived extends Pin {
  readonly tool: string;
  readonly rule: string;
  readonly file: string;
}

export interface WaiveTerms {
  readonly reason: string;
  readonly days: number;
  readonly now: Date;
}

/** Accepts one copy of one finding for some days. Expired waivers are dropped. @throws DecisionError */
export function waive(
  lock: Before,
  { fingerprint, snippet, tool, rule, file }: Waived,
  { reason, days, now }: WaiveTerms,
): SuccessorFields {
  if (!Number.isSafeInteger(days) || days < 1 || days > MOST_DAYS)
    throw new DecisionError('days-out-of-range', `a waiver lasts between 1 and ${MOST_DAYS} days`, {
      next: `say how long: --days ${MOST_DAYS}`,
    });
  const live = liveWaivers(lock, now);
  const max = mostWaivers(lock);
  if (live.length >= max)
    throw new DecisionError('too-many-waivers', `${live.length} waivers are live, and the lock allows ${max}`, {
      next: 'mend something and revoke its waiver: pawl waive --list',
    });
  const waiver: Waiver = {
    ...{ fingerprint, snippet, tool, rule, file },
    reason: decisionReason(reason),
    since: now.toISOString(),
    expires: new Date(now.getTime() + days * DAY_MS).toISOString(),
  };
  return {
    decision: { kind: 'waive', fingerprint, snippet },
    waivers: sortedWaivers([...live, waiver]),
    releases: lock.releases,
  };
}

/** Takes back one waiver, as it stands in the lock. @throws DecisionError `not-waived` */
export function revoke(lock: Before, waiver: Waiver, now: Date): SuccessorFields {
  const at = lock.waivers.findIndex((other) => JSON.stringify(other) === JSON.stringify(waiver));
  if (at === -1)
    throw new DecisionError('not-waived', 'the lock has no such waiver', {
      next: 'see what it has: pawl waive --list',
    });
  const { fingerprint, snippet } = waiver;
  return {
    decision: { kind: 'revoke', fingerprint, snippet },
    waivers: liveWaivers({ waivers: lock.waivers.toSpliced(at, 1) }, now),
    releases: lock.releases,
  };
}

/** Lets the loop go on that a question, named by its SHA-256, has stopped. What stopped it is still judged, by the same lock. @throws DecisionError */
export function release(
  lock: Before,
  question: string,
  { reason, now }: Pick<WaiveTerms, 'reason' | 'now'>,
): SuccessorFields {
  if (!/^[0-9a-f]{64}$/u.test(question))
    throw new DecisionError('not-a-case', `${JSON.stringify(question)} is not the question of a case`, {
      next: 'see the open cases: pawl review',
    });
  const caseNumber = question.slice(0, 8);
  const before = lock.releases.find((one) => one.question === question);
  if (before !== undefined)
    throw new DecisionError('already-released', `case ${caseNumber} was released at ${before.at}`, {
      next: 'see the open cases: pawl review',
    });
  const released: Release = { case: caseNumber, question, reason: decisionReason(reason), at: now.toISOString() };
  return {
    decision: { kind: 'release', case: caseNumber },
    waivers: liveWaivers(lock, now),
    releases: [...lock.releases, released],
  };
}
