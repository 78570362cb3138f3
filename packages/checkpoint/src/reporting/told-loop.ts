import type { ReportData } from '@pawl/report/page';
import type { AuditedEntry } from '@pawl/ledger';
import type { CheckpointMeasure, MeasuredLoop } from './measure-checkpoints.ts';
import type { LoopEntries } from './read-ledger.ts';
import { toldCoverage, toldSuppressions, toldTests } from './told-state.ts';

/** What is told of the newest checkpoint alone; of the lock where there is none. */
export function toldNewest(
  { entries }: LoopEntries,
  { locked, measures }: MeasuredLoop,
): Pick<ReportData, 'coverage' | 'suppressions' | 'tests'> {
  if ('why' in locked) return { coverage: null, suppressions: null, tests: null };
  const newest = entries.at(-1);
  if (newest === undefined)
    return {
      coverage: toldCoverage(locked, null),
      suppressions: toldSuppressions(locked, locked),
      tests: toldTests(locked, locked),
    };
  const measure = measureOf(newest, measures);
  if (measure?.kind !== 'measured') return { coverage: null, suppressions: null, tests: toldTests(locked, undefined) };
  const { state } = measure.measured;
  return {
    coverage: toldCoverage(state, newest.statement.predicate.sequence),
    suppressions: toldSuppressions(state, measure.locked),
    tests: toldTests(locked, state),
  };
}

/** Of each reason why something was not measured, a sentence that says how many it was. */
export function missingMeasures(
  { entries }: LoopEntries,
  { measures, locked, without }: MeasuredLoop,
): readonly string[] {
  const reasons = new Map<string, number>();
  for (const entry of entries) {
    const measure = measureOf(entry, measures);
    if (measure?.kind === 'not-measured') reasons.set(measure.why, (reasons.get(measure.why) ?? 0) + 1);
  }
  return [
    ...('why' in locked ? [`what the lock holds: ${locked.why}`] : []),
    ...[...reasons].map(([why, count]) => `the measures of ${count} of ${entries.length} checkpoints: ${why}`),
    ...without,
  ];
}

function measureOf(
  { commit }: Pick<AuditedEntry, 'commit'>,
  measures: MeasuredLoop['measures'],
): CheckpointMeasure | undefined {
  return measures.get(commit);
}
