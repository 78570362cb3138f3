import {
  type Case,
  caseDigest,
  type CaseQuestion,
  listCases,
  listLoops,
  readTips,
  releasedIn,
  stopsOfTip,
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
  const noted = (await notedCases(repository)).filter(({ question }) => !released.has(caseDigest(question)));
  const recorded = [...loops.keys()].filter((stop) => !noted.some((one) => isStop(one, stop)));
  const unnoted = await Promise.all(recorded.map((stop) => recordedCase(repository, stop)));
  return [...noted, ...unnoted]
    .map((one) => ({ ...one, loops: loopsOf(one, loops) }))
    .filter(({ loops: stopped, question }) => stopped.length > 0 || question.lock === lock.commit)
    .sort((a, b) => (a.openedAt === b.openedAt ? 0 : a.openedAt < b.openedAt ? 1 : -1));
}

/**
 * A case by its number, open or not: it can be read again at any time. Of two that share a number, which somebody has made
 * so, it is the one that keeps a loop stopped; where both do, the whole digest of the question names one.
 *
 * @throws DecisionRefused `no-such-case`
 */
export async function findCase(place: Place, id: string): Promise<OpenCase> {
  const { repository } = place;
  const loops = await stoppedLoops(repository, releasedIn(place.lock.lock));
  const noted = (await notedCases(repository)).filter((one) => isNamed(one, id));
  const stops = [...loops.keys()].filter((stop) => stop.startsWith(id) && !noted.some((one) => isStop(one, stop)));
  const known = [...noted, ...(await Promise.all(stops.map((stop) => recordedCase(repository, stop))))];
  const found = known.length > 0 ? known : [await recordedCase(repository, id)];
  const open = found.map((one) => ({ ...one, loops: loopsOf(one, loops) }));
  const [only, ...more] = open.length === 1 ? open : open.filter((one) => one.loops.length > 0);
  if (only !== undefined && more.length === 0) return only;
  const names = open.map(({ question }) => caseDigest(question)).join(' and ');
  throw new DecisionRefused('no-such-case', `${open.length} cases have the number ${id}: ${names}`, {
    next: 'say which by its whole name: pawl review NAME',
  });
}

/** The notes here, each case once. */
async function notedCases({ commonDir }: Desk['repository']): Promise<readonly Case[]> {
  const noted = await listCases(commonDir);
  return [...new Map(noted.map((one) => [caseDigest(one.question), one])).values()];
}

/** By its number, or by the whole digest of its question. */
function isNamed({ id, question }: Case, name: string): boolean {
  return name === id || name === caseDigest(question);
}

/** Older versions latched by the number alone. */
function isStop({ id, question }: Case, stop: string): boolean {
  return stop === id || stop === caseDigest(question);
}

function loopsOf(one: Case, stopped: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return [...stopped].flatMap(([stop, loops]) => (isStop(one, stop) ? loops : []));
}

async function stoppedLoops(
  repository: Desk['repository'],
  released: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const stopped = new Map<string, string[]>();
  for (const tip of await readTips(repository))
    for (const stop of stopsOfTip(tip, released))
      stopped.set(stop, [...(stopped.get(stop) ?? []), tip.statement.predicate.loop]);
  return stopped;
}

/** What a clone that fetched the loops knows of a case, though nothing was noted in its own git folder. */
async function recordedCase(repository: Desk['repository'], name: string): Promise<Case> {
  for (const loop of (await listLoops(repository)).keys()) {
    for await (const { statement } of walkLoop(repository, loop)) {
      const { case: id, question, at } = statement.predicate;
      if (id === null) continue;
      const recorded = { id, question: caseQuestion(question), openedAt: at };
      if (isNamed(recorded, name)) return recorded;
    }
  }
  throw new DecisionRefused('no-such-case', `there is no case ${name} here`, {
    next: 'see the open cases: pawl review',
  });
}

function caseQuestion({ lock, base, tree, tier }: CaseQuestion): CaseQuestion {
  return { lock, base, tree, tier };
}
