import type { Repository } from '@pawl/git';
import { latchOfTip, type LoopMarks, readTips, releasedIn, type Tip, trustedTip } from '@pawl/ledger';
import type { LockedLoop } from './ask.ts';

/** The loop, and where people's work ends and its own begins. */
export type Going = LockedLoop & { readonly base: string };

/** What keeps a loop stopped, the oldest case first; nothing where it may go on. */
export interface Latch {
  readonly cases: readonly string[];
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
  const own = tip === undefined ? [] : latchOfTip(tip, released);
  if (own.length > 0 || (tip !== undefined && identity === undefined)) return { cases: own, isRecorded: true };
  const others = await stoppedLoops(repository, loop, released);
  const mine = others.filter((other) => identity !== undefined && identityOf(other) === identity);
  const followed = tip === undefined ? await thoseFollowed(repository, others, going) : [];
  const cases = new Set([...mine, ...followed].flatMap((other) => latchOfTip(other, released)));
  return { cases: [...cases], isRecorded: false };
}

function identityOf({ statement }: Tip): string | null {
  return statement.predicate.identity;
}

async function stoppedLoops(
  repository: Repository,
  except: string,
  released: ReadonlySet<string>,
): Promise<readonly Tip[]> {
  const others = (await readTips(repository)).filter(({ statement }) => statement.predicate.loop !== except);
  return others.filter((tip) => latchOfTip(tip, released).length > 0);
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
  const common = await mergeBase(one, other);
  return common !== undefined && (await mergeBase(common, base)) !== common;
}
