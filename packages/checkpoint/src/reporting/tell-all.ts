import type { Repository } from '@pawl/git';
import { type LockAudit, openTrust, trustedLock } from '@pawl/ledger';
import type { ReportData } from '@pawl/report/page';
import type { Context } from '../context.ts';
import type { Desk } from '../decisions/open-desk.ts';
import { loopName } from '../loop-name.ts';
import { type ChosenLoop, chooseLoop } from './choose-loop.ts';
import { isInDoubt, type LoopRecord, loopStanding } from './loop-standing.ts';
import { measureCheckpoints } from './measure-checkpoints.ts';
import { entriesOf, type LoopEntries, type ReadLedger, readLedger } from './read-ledger.ts';
import type { ReportProgress, ReportRequest } from './report-request.ts';
import { sentenceOf } from './sentence-of.ts';
import { tellCases } from './tell-cases.ts';
import { toldCheckpoints } from './told-checkpoints.ts';
import { toldLock, toldWaivers } from './told-lock.ts';
import { missingMeasures, toldNewest } from './told-loop.ts';

export interface ReportPlace {
  readonly repository: Repository;
  readonly branch: string | undefined;
}

/** All of a report but what every report begins with. */
type Told = Partial<Omit<ReportData, 'schema' | 'audience' | 'madeAt' | 'pawl' | 'repository' | 'branch'>>;

/** Reads the ledger and chooses a loop, then measures it and reads its cases. What fails is told, and the rest goes on. */
export async function tellAll(
  place: ReportPlace,
  request: ReportRequest,
  context: Context,
  progress: ReportProgress,
): Promise<{ readonly told: Told; readonly otherLoops: readonly string[] }> {
  const ledger = await readLedger(place.repository, request, context, progress);
  const { chain, missing } = await trustedChain(place, ledger, request, context);
  const { record, others, inDoubt } = await loopRecord(place, ledger, request.loop);
  const whole = { ...record, newest: chain?.locks.at(-1), isDoubtful: inDoubt || missing.length > 0 };
  const known = { chain, missing: [...missing, ...untold(whole, inDoubt)] };
  const told = await tellLoop(place, whole, known, { request, context, progress });
  return { told: { loop: loopStanding(whole), ledger: ledger.told, ...told }, otherLoops: others };
}

/** The chain of locks that counts here, and what keeps its newest lock from judging. */
async function trustedChain(
  { repository, branch }: ReportPlace,
  { audit }: ReadLedger,
  { target }: Pick<ReportRequest, 'target'>,
  context: Context,
): Promise<{ readonly chain: LockAudit | undefined; readonly missing: readonly string[] }> {
  const ofTarget = (name: string | undefined): LockAudit | undefined => audit.locks.find((one) => one.target === name);
  try {
    const trust = openTrust(repository, context);
    const lock = await trustedLock({ store: repository, trust, target, branch: Promise.resolve(branch) });
    return { chain: lock && ofTarget(lock.lock.target), missing: [] };
  } catch (error) {
    const named = ofTarget(target) ?? ofTarget(branch);
    const chain = named ?? (target === undefined && audit.locks.length === 1 ? audit.locks[0] : undefined);
    return { chain, missing: [`whether the lock still counts: ${sentenceOf(error)}`] };
  }
}

interface FoundRecord {
  readonly record: Pick<LoopRecord, 'name' | 'read'>;
  readonly others: ChosenLoop['others'];
  readonly inDoubt: boolean;
}

async function loopRecord(
  { repository, branch }: ReportPlace,
  { audit }: ReadLedger,
  wanted: string | undefined,
): Promise<FoundRecord> {
  const own = await loopName({ loop: undefined, head: undefined }, branch, repository);
  const loops = audit.loops.map(({ loop, entries }) => {
    return { name: loop, at: entries.at(-1)?.statement.predicate.at ?? '' };
  });
  const { name, others } = chooseLoop(loops, wanted, own);
  const inDoubt = isInDoubt(audit.problems, name ?? own);
  const loop = audit.loops.find((one) => one.loop === name);
  const read: LoopEntries = loop ? await entriesOf(repository, loop, audit) : { entries: [], hasTip: !inDoubt };
  return { record: { name: name ?? (inDoubt ? own : undefined), read }, others, inDoubt };
}

function untold({ name, read, newest }: LoopRecord, inDoubt: boolean): readonly string[] {
  if (name === undefined) return [];
  const loop = JSON.stringify(name);
  return [
    ...(inDoubt || !read.hasTip ? [`whether the loop ${loop} is stopped: its chain does not hold`] : []),
    ...(newest === undefined ? [`what the loop ${loop} is held against: its lock is not here`] : []),
  ];
}

interface Means {
  readonly request: ReportRequest;
  readonly context: Context;
  readonly progress: ReportProgress;
}

async function tellLoop(
  { repository, branch }: ReportPlace,
  { read, newest }: LoopRecord,
  { chain, missing }: { readonly chain: LockAudit | undefined; readonly missing: readonly string[] },
  { request, context, progress }: Means,
): Promise<Told> {
  const { entries } = read;
  if (newest === undefined)
    return { checkpoints: await toldCheckpoints(repository, entries, new Map(), 'there is no lock here'), missing };
  const measured = await measureCheckpoints({ repository, entries, newest }, request, context, progress);
  const trust = openTrust(repository, context);
  const desk: Desk = { repository, branch, trust, lock: { assurance: 'unsigned', ...newest } };
  const cases = await tellCases(entries, desk, request, context, progress);
  return {
    target: newest.lock.target,
    lock: toldLock(newest, 'why' in measured.locked ? undefined : measured.locked),
    checkpoints: await toldCheckpoints(repository, entries, measured.measures, 'nobody tried'),
    cases: cases.cases,
    ...toldNewest(read, measured),
    waivers: toldWaivers(chain?.locks ?? [], context.now()),
    missing: [...missing, ...missingMeasures(read, measured), ...cases.missing],
  };
}
