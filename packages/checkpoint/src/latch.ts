import type { Lock } from '@pawl/baseline';
import { isPawlError } from '@pawl/errors';
import type { Repository } from '@pawl/git';
import { type LoopMarks, numberOf, readTips, releasedIn, stopsOfTip, type Tip, trustedTip } from '@pawl/ledger';
import type { LockedLoop } from './ask.ts';

/** The loop, and where people's work ends and its own begins. */
export type Going = LockedLoop & { readonly base: string };

/** What keeps a loop stopped, the oldest case first; nothing where it may go on. */
export interface Latch {
  /** The numbers of the cases, for who reads them. */
  readonly cases: readonly string[];
  /** What is recorded of them: the whole questions. */
  readonly stops: readonly string[];
  /** Whether the loop's own chain says so. */
  readonly isRecorded: boolean;
}

/**
 * The cases that keep this loop stopped. Only a release by a person ends a stop:
 * a new name for the branch (A09), a worktree, a clone that has the ledger or a second try do not.
 */
export async function latchOf(
  repository: Repository,
  going: Going,
  { identity, marks }: { readonly identity: string | undefined; readonly marks: LoopMarks },
): Promise<Latch> {
  const { stored, loop } = going;
  const released = releasedIn(stored.lock);
  const tip = await trustedTip(repository, marks, loop);
  const own = tip === undefined ? [] : stopsOfTip(tip, released);
  if (own.length > 0 || (tip !== undefined && identity === undefined)) return latchBy(own, true);
  const others = await stoppedLoops(repository, loop, released);
  const mine = identity === undefined ? [] : await stopsOf(identity, repository, stored.lock);
  const followed = tip === undefined ? await thoseFollowed(repository, others, going) : [];
  return latchBy([...mine, ...followed.flatMap((other) => stopsOfTip(other, released))], false);
}

function latchBy(stops: readonly string[], isRecorded: boolean): Latch {
  const once = [...new Set(stops)];
  return { cases: [...new Set(once.map(numberOf))], stops: once, isRecorded };
}

/** Only a server knows who asks. */
async function stopsOf(identity: string, repository: Repository, lock: Lock): Promise<readonly string[]> {
  return (await import('./server/stopped-identity.ts')).stopsOfIdentity(identity, repository, lock);
}

async function stoppedLoops(
  repository: Repository,
  except: string,
  released: ReadonlySet<string>,
): Promise<readonly Tip[]> {
  const others = (await readTips(repository)).filter(({ statement }) => statement.predicate.loop !== except);
  return others.filter((tip) => stopsOfTip(tip, released).length > 0);
}

/** The stopped loops whose own commits this one has: it goes on with their work under another name. */
async function thoseFollowed(
  repository: Repository,
  stopped: readonly Tip[],
  { base, parents }: Pick<Going, 'base' | 'parents'>,
): Promise<readonly Tip[]> {
  if (stopped.length === 0) return [];
  // Where the loop has no work of its own yet, it follows nobody.
  const own = (await parents()).filter((commit) => commit !== base);
  const followed: Tip[] = [];
  for (const one of stopped) {
    const work = one.statement.predicate.question.head;
    for (const commit of own)
      if (work !== null && (await sharesWork(repository, commit, work, base))) followed.push(one);
  }
  return followed;
}

/** Whether two commits have one in common that comes after the base. */
async function sharesWork({ mergeBase }: Repository, one: string, other: string, base: string): Promise<boolean> {
  const common = await mergeBase(one, other).catch(unlessNotHere);
  return common !== undefined && (await mergeBase(common, base)) !== common;
}

/** What a server refused, or another clone has, is not here; whoever goes on with it brings it along. */
function unlessNotHere(error: unknown): undefined {
  if (isPawlError(error) && error.code === 'unknown-revision') return undefined;
  throw error;
}
