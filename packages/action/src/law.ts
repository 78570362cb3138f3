import { CONFIG_FILE, type Config, parseConfig, readResolvedConfig, resolveConfig } from '@pawl/config';
import {
  isLess,
  LOCK_REFS,
  openTrust,
  recallAll,
  targetOfRef,
  type Trust,
  trustedLock,
  type TrustedLock,
} from '@pawl/ledger';
import { ActionError } from './action-error.ts';
import type { Environment, Inputs } from './inputs.ts';
import type { Place } from './open-place.ts';
import type { Subject } from './subject.ts';

/** By what is judged: a lock, or where two commits are compared, the configuration of the one that is there already. */
export interface Law {
  readonly lock: TrustedLock | undefined;
  /** The commit that is compared with, where there is no lock. */
  readonly base: string | undefined;
  readonly config: Config;
}

export interface LawQuery {
  readonly place: Place;
  readonly inputs: Pick<Inputs, 'assurance' | 'base' | 'target'>;
  readonly subject: Subject;
  /** The branch that the repository calls its default. */
  readonly defaultBranch: string | undefined;
  readonly env: Environment;
  readonly now: () => Date;
}

/** @throws ActionError `no-lock`, `assurance-too-low`, `missing-commit`; LedgerError where a lock does not hold */
export async function lawOf(query: LawQuery): Promise<Law> {
  const { place, inputs } = query;
  if (inputs.base === undefined) return lawOfLock(query);
  const base = inputs.base === 'event' ? await baseOfEvent(query) : await place.repository.resolveCommit(inputs.base);
  const bytes = await place.repository.readCommitFile(base, CONFIG_FILE);
  return {
    lock: undefined,
    base,
    config: resolveConfig(bytes === undefined ? undefined : await parseConfig(bytes, CONFIG_FILE)),
  };
}

async function lawOfLock({ place: { repository }, inputs, subject, env, now }: LawQuery): Promise<Law> {
  const trust = openTrust(repository, { env, now });
  const target = inputs.target ?? (await lockedTarget(repository, subject.target, trust));
  // Which branch is checked out chooses nothing here.
  const lock = await trustedLock({ store: repository, trust, target, branch: Promise.resolve(undefined) });
  if (lock === undefined)
    throw new ActionError('no-lock', 'there is no lock here to judge by', {
      next: 'a person locks and shares the lock: pawl lock, pawl sync --share',
    });
  if (isLess(lock.assurance, inputs.assurance))
    throw new ActionError('assurance-too-low', `the lock is ${lock.assurance}, and ${inputs.assurance} is wanted`, {
      next: 'a person signs the next lock with a key of the anchor, pawl lock --sign-with KEY; or say assurance: in the workflow',
    });
  return { lock, base: undefined, config: readResolvedConfig(lock.lock.configuration) };
}

/** The branch that the work is for, where it has a lock, or should: one that was deleted is missed, and no other takes its place. */
async function lockedTarget(
  { listRefs }: Pick<Place['repository'], 'listRefs'>,
  target: string | undefined,
  trust: Trust,
): Promise<string | undefined> {
  if (target === undefined) return undefined;
  const locked = [...(await listRefs(LOCK_REFS)).keys()].map(targetOfRef);
  const anchored = Object.keys((await recallAll(trust)).found?.anchor.locks ?? {});
  return [...locked, ...anchored].includes(target) ? target : undefined;
}

/** Where the work left the branch that it is for; on the default branch itself, what was there before. */
async function baseOfEvent({ place: { repository }, subject, defaultBranch }: LawQuery): Promise<string> {
  const { head, base, target, loop } = subject;
  const isOnDefault = target === undefined && loop === defaultBranch;
  const tip = target !== undefined || isOnDefault ? base : await tipOf(defaultBranch, repository);
  const found =
    tip && isOnDefault ? await repository.resolveCommit(tip) : tip && (await repository.mergeBase(tip, head));
  if (found) return found;
  throw new ActionError('missing-commit', 'the event names nothing to compare with', {
    next: 'name it, with: base:, or lock: pawl lock',
  });
}

async function tipOf(branch: string | undefined, { readRef }: Place['repository']): Promise<string | undefined> {
  return branch === undefined ? undefined : readRef(`refs/remotes/origin/${branch}`);
}
