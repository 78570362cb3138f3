import {
  type Case,
  type CaseQuestion,
  latchOfTip,
  listCases,
  listLoops,
  readTips,
  releasedIn,
  walkLoop,
} from '@pawl/ledger';
import { DecisionRefused } from './decision-refused.ts';
import type { Desk } from './open-desk.ts';

export interface OpenCase extends Case {
  /** The loops that it keeps stopped; none where a person was told and not refused. */
  readonly loops: readonly string[];
}

type Place = Pick<Desk, 'repository' | 'lock'>;

/** The cases that wait for a person, newest first: those that keep a loop stopped, and those of the present lock. */
export async function openCases({ repository, lock }: Place): Promise<readonly OpenCase[]> {
  const released = releasedIn(lock.lock);
  const loops = await stoppedLoops(repository, released);
  const noted = (await listCases(repository.commonDir)).filter(({ id }) => !released.has(id));
  const known = new Set(noted.map(({ id }) => id));
  const recorded = [...loops].filter(([id]) => !known.has(id)).map(([id]) => recordedCase(repository, id));
  return [...noted, ...(await Promise.all(recorded))]
    .filter(({ id, question }) => loops.has(id) || question.lock === lock.commit)
    .map((one) => ({ ...one, loops: loops.get(one.id) ?? [] }))
    .sort((a, b) => (a.openedAt === b.openedAt ? 0 : a.openedAt < b.openedAt ? 1 : -1));
}

/** A case by its number, open or not: it can be read again at any time. @throws DecisionRefused `no-such-case` */
export async function findCase(place: Place, id: string): Promise<OpenCase> {
  const { repository } = place;
  const released = releasedIn(place.lock.lock);
  const loops = (await stoppedLoops(repository, released)).get(id) ?? [];
  const noted = (await listCases(repository.commonDir)).find((one) => one.id === id);
  return { ...(noted ?? (await recordedCase(repository, id))), loops };
}

async function stoppedLoops(
  repository: Desk['repository'],
  released: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const stopped = new Map<string, string[]>();
  for (const tip of await readTips(repository))
    for (const id of latchOfTip(tip, released))
      stopped.set(id, [...(stopped.get(id) ?? []), tip.statement.predicate.loop]);
  return stopped;
}

/** What a clone that fetched the loops knows of a case, though nothing was noted in its own git folder. */
async function recordedCase(repository: Desk['repository'], id: string): Promise<Case> {
  for (const loop of (await listLoops(repository)).keys()) {
    for await (const { statement } of walkLoop(repository, loop)) {
      const { case: number, question, at } = statement.predicate;
      if (number === id) return { id, question: caseQuestion(question), openedAt: at };
    }
  }
  throw new DecisionRefused('no-such-case', `there is no case ${id} here`, { next: 'see the open cases: pawl review' });
}

function caseQuestion({ lock, base, tree, tier }: CaseQuestion): CaseQuestion {
  return { lock, base, tree, tier };
}
