import type { Tier } from '@pawl/checkpoint';
import type { PastFix } from '../plan/past-fixes.ts';
import type { Replay } from '../plan/plan-replay.ts';
import { quantile } from '../statistics/quantile.ts';
import { wilson } from '../statistics/wilson.ts';
import type { Judged, Task, TaskKind } from '../task.ts';
import type { BenchReport, Counts, RuleCount, ToldCommit, ToldFix, ToldTime } from './bench-report.ts';

/** A task and what the gate said. */
export interface Done {
  readonly task: Task;
  readonly judged: Judged;
}

type Figures = Pick<BenchReport, 'counts' | 'stoppedBy' | 'stopped' | 'fixes' | 'couldNotTell'> & {
  readonly time: Omit<ToldTime, 'elapsed' | 'jobs' | 'reused'>;
};

const MOST_SLOW = 5;

/** The figures of a run, from what was judged alone. */
export function summarise(done: readonly Done[], { ordinary, fixes }: Replay, tier: Tier): Figures {
  const about = new Map([...ordinary, ...fixes].map((commit) => [commit.id, commit]));
  const tell = ({ task, judged }: Done): ToldCommit => {
    const { date = '', message = '' } = about.get(task.commit) ?? {};
    const { state, reasons, more, ms } = judged;
    const subject = message.split('\n', 1).join('');
    return {
      kind: task.kind,
      commit: task.commit,
      date,
      subject,
      state,
      reasons,
      more,
      ms,
      command: commandOf(task, tier),
    };
  };
  const ofKind = (kind: TaskKind): readonly Done[] => done.filter(({ task }) => task.kind === kind);
  const stopped = ofKind('ordinary').filter(({ judged }) => judged.state === 'stopped');
  return {
    counts: {
      ordinary: countsOf(ofKind('ordinary')),
      'put-back': countsOf(ofKind('put-back')),
      fix: countsOf(ofKind('fix')),
    },
    stoppedBy: rulesOf(stopped),
    stopped: stopped.map(tell),
    fixes: fixes.flatMap((fix) => toldFix(fix, done, tell)),
    couldNotTell: done.filter(({ judged }) => judged.state === 'could-not-tell').map(tell),
    time: timeOf(done),
  };
}

function countsOf(done: readonly Done[]): Counts {
  const count = (state: Judged['state']): number => done.filter(({ judged }) => judged.state === state).length;
  const [judged, stopped] = [done.length, count('stopped')];
  return {
    judged,
    stopped,
    regressions: done.filter(({ judged }) => judged.rules.some(({ outcome }) => outcome === 'regression')).length,
    couldNotTell: count('could-not-tell'),
    clean: count('clean'),
    rate: judged === 0 ? null : stopped / judged,
    interval: wilson(stopped, judged) ?? null,
  };
}

/** Only what stops: a file beside it that nobody could read did not. */
function rulesOf(stopped: readonly Done[]): readonly RuleCount[] {
  const counts = new Map<string, RuleCount>();
  for (const { judged } of stopped)
    for (const { kind, outcome, rule, tool } of judged.rules) {
      if (outcome !== 'regression' && outcome !== 'escalated') continue;
      const name = JSON.stringify([kind, rule, tool, outcome]);
      counts.set(name, { kind, outcome, rule, tool, commits: (counts.get(name)?.commits ?? 0) + 1 });
    }
  const inOrder = [...counts].sort(([a, one], [b, other]) => other.commits - one.commits || (a < b ? -1 : 1));
  return inOrder.map(([, rule]) => rule);
}

/** A fix of which one half was not asked is told nowhere: that is a run that was ended. */
function toldFix(
  { id: commit, by, words }: PastFix,
  done: readonly Done[],
  tell: (done: Done) => ToldCommit,
): readonly ToldFix[] {
  const find = (kind: TaskKind): Done | undefined =>
    done.find(({ task }) => task.kind === kind && task.commit === commit);
  const [back, made] = [find('put-back'), find('fix')];
  if (back === undefined || made === undefined) return [];
  const { date, subject } = tell(back);
  return [{ commit, date, subject, by, words: [...words], putBack: halfOf(tell(back)), asMade: halfOf(tell(made)) }];
}

function halfOf({ state, reasons, more, ms, command }: ToldCommit): ToldFix['putBack'] {
  return { state, reasons, more, ms, command };
}

/** What is put back is a tree of our own: as near as a command comes is the commit undone, with its tests and all. */
function commandOf({ kind, commit, base, head }: Task, tier: Tier): string {
  const [from, to] = kind === 'put-back' ? [commit, `${commit}^`] : [base, head];
  const only = tier === 'full' ? '' : ` --tier ${tier}`;
  return `pawl check --base ${short(from)} --head ${short(to)}${only} --audience human`;
}

/** As long as no other object of a large repository begins like it. */
function short(revision: string): string {
  return revision.replace(/^([0-9a-f]{12})[0-9a-f]+/u, '$1');
}

function timeOf(done: readonly Done[]): Figures['time'] {
  const slowest = done.toSorted((a, b) => b.judged.ms - a.judged.ms).slice(0, MOST_SLOW);
  return {
    ...spread(done.map(({ judged }) => judged.ms)),
    processor: spread(done.map(({ judged }) => judged.processorMs)),
    slowest: slowest.map(({ task: { commit, kind }, judged: { ms } }) => ({ commit, kind, ms })),
  };
}

function spread(times: readonly number[]): { readonly median: number; readonly p95: number; readonly total: number } {
  const total = times.reduce((sum, time) => sum + time, 0);
  // There is always one: a run without a commit is refused.
  return { median: quantile(times, 0.5) ?? Number.NaN, p95: quantile(times, 0.95) ?? Number.NaN, total };
}
