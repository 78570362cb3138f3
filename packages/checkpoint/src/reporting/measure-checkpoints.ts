import { isPawlError } from '@pawl/errors';
import type { Repository } from '@pawl/git';
import type { AuditedEntry, AuditedLock } from '@pawl/ledger';
import { startSyntax } from '../judge.ts';
import type { Context } from '../context.ts';
import { chooseMeasured } from './choose-measured.ts';
import { digestOf } from './kept-change.ts';
import { type Measure, type Measured, openMeasure } from './open-measure.ts';
import type { ReportProgress, ReportRequest } from './report-request.ts';
import type { TreeState } from './tree-state.ts';

/** What came of measuring a checkpoint. */
export type CheckpointMeasure =
  | { readonly kind: 'measured'; readonly measured: Measured; readonly locked: TreeState }
  | { readonly kind: 'not-measured'; readonly why: string };

export interface MeasuredLoop {
  /** By the commit of the checkpoint. */
  readonly measures: ReadonlyMap<string, CheckpointMeasure>;
  /** What the present lock holds, or why that could not be read. */
  readonly locked: TreeState | { readonly why: string };
  /** What the measures do not know of. */
  readonly without: readonly string[];
}

export interface LoopToMeasure {
  readonly repository: Repository;
  readonly entries: readonly AuditedEntry[];
  readonly newest: AuditedLock;
}

/** So many take some minutes the first time; less are the default where a process is started for each. */
const MOST = { quick: 1000, slow: 60 } as const;

interface Task {
  readonly lock: AuditedLock;
  readonly base: string;
  readonly tree: string;
  readonly isKey: boolean;
  readonly commits: readonly string[];
}

/** Measures each tree of a loop once, as many as are wanted, and says of the others why not. */
export async function measureCheckpoints(
  { repository, entries, newest }: LoopToMeasure,
  { measure: wanted, cache }: Pick<ReportRequest, 'measure' | 'cache'>,
  context: Context,
  progress: ReportProgress,
): Promise<MeasuredLoop> {
  const syntax = startSyntax({ only: undefined }, context);
  const opened = new Map<string, Promise<Measure>>();
  const measureBy = (lock: AuditedLock): Promise<Measure> => {
    const { configuration, tools, inventory, tree } = lock.lock;
    const key = digestOf([configuration, tools, inventory, tree]);
    const measure = opened.get(key) ?? openMeasure(repository, lock, { syntax, cache, context }, progress);
    opened.set(key, measure);
    return measure;
  };
  const locked = await (await measureBy(newest)).locked().catch(whyNot);
  const tasks = tasksOf(entries);
  const isSlow = (await measureBy(newest)).isSlow;
  const room = wanted ?? MOST[isSlow ? 'slow' : 'quick'];
  const chosen = chooseMeasured(tasks, room);
  const measures = new Map<string, CheckpointMeasure>();
  for (const { commit, by } of entries)
    if (by === undefined) measures.set(commit, { kind: 'not-measured', why: 'the lock that judged it is not here' });
  let done = 0;
  for (const task of tasks) {
    if (chosen.has(task)) progress((done += 1), chosen.size, 'checkpoints measured');
    const measure = chosen.has(task) ? await measured(task, repository, measureBy) : tooMany(room, isSlow);
    for (const commit of task.commits) measures.set(commit, measure);
  }
  const without = new Set<string>();
  for (const measure of await Promise.all(opened.values())) {
    for (const why of measure.without()) without.add(why);
    await measure.close();
  }
  return { measures, locked, without: [...without] };
}

/** The same change by the same lock is measured once, however often it was judged. */
function tasksOf(entries: readonly AuditedEntry[]): readonly Task[] {
  const tasks = new Map<string, Task>();
  for (const { commit, by: lock, statement } of entries) {
    if (lock === undefined) continue;
    const { base, tree } = statement.predicate.question;
    const key = `${lock.commit} ${base} ${tree}`;
    const isStopped = statement.predicate.outcome === 'stopped';
    const before = tasks.get(key);
    tasks.set(key, {
      ...{ lock, base, tree },
      isKey: isStopped || before?.isKey === true,
      commits: [...(before?.commits ?? []), commit],
    });
  }
  return [...tasks.values()];
}

async function measured(
  { lock, base, tree }: Task,
  repository: Repository,
  measureBy: (lock: AuditedLock) => Promise<Measure>,
): Promise<CheckpointMeasure> {
  try {
    const measure = await measureBy(lock);
    const baseTree = base === lock.lock.commit ? lock.lock.tree : await repository.resolveTree(base);
    const of = await measure.of(baseTree, tree);
    return { kind: 'measured', measured: of, locked: await measure.locked() };
  } catch (error) {
    return { kind: 'not-measured', ...whyNot(error) };
  }
}

function tooMany(room: number, isSlow: boolean): CheckpointMeasure {
  const tools = isSlow ? ', because a tool is started for each' : '';
  return { kind: 'not-measured', why: `only ${room} are measured${tools}: pawl report --measure N` };
}

/** What git or a tool could not tell is told; anything else is ours. */
function whyNot(error: unknown): { readonly why: string } {
  if (!isPawlError(error)) throw error;
  return { why: error.message };
}
