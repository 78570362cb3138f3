import { CASE_KINDS, type CaseKind } from '../dataset/case.ts';
import { groupBy } from '../group-by.ts';
import { isJudged, type JudgedRow, type MissingRow, type ResultRow } from '../run/result-row.ts';
import type { Threshold } from '../run/threshold.ts';
import { areaUnderCurve } from '../statistics/area-under-curve.ts';
import { breakdown, type Part, worstProjects } from '../statistics/breakdown.ts';
import { located, type Located } from '../statistics/located.ts';
import { logLogSlope } from '../statistics/log-log-slope.ts';
import { quantile } from '@pawl/bench';
import { bestWithin, type Budget, type OperatingPoint, operatingPoint, rocPoints } from '../statistics/roc.ts';
import { SIZE_CLASSES, sizeClass } from '../statistics/size-class.ts';

/** What a policy may cost, by its name. */
export const BUDGETS: readonly { readonly name: string; readonly budget: Budget }[] = [
  { name: 'default', budget: { benign: 0.05, revert: 0.1, fix: 0.02 } },
  { name: 'strict', budget: { benign: 0.01 } },
  { name: 'paranoid', budget: { benign: 0.15 } },
];

export type FalseKind = Exclude<CaseKind, 'regression'>;
export const FALSE_KINDS: readonly FalseKind[] = ['benign', 'revert', 'fix'];

/** All figures of a run. Tables are at the first threshold. */
export interface Summary {
  readonly judged: number;
  readonly projects: number;
  readonly sets: readonly string[];
  readonly counts: Readonly<Record<CaseKind, number>>;
  readonly curve: readonly OperatingPoint[];
  readonly policies: readonly { readonly name: string; readonly point: OperatingPoint }[];
  readonly within: readonly {
    readonly name: string;
    readonly budget: Budget;
    readonly point: OperatingPoint | undefined;
  }[];
  readonly area: Readonly<Record<FalseKind, number | undefined>>;
  readonly tables: Readonly<Record<'change' | 'defence' | 'size', readonly Part[]>>;
  readonly languages: readonly { readonly name: string; readonly point: OperatingPoint }[];
  readonly worst: readonly Part[];
  readonly located: Located | undefined;
  readonly time: {
    readonly median: number | undefined;
    readonly p95: number | undefined;
    readonly most: number | undefined;
    readonly slope: number | undefined;
  };
  readonly faults: readonly JudgedRow[];
  readonly notExamined: number;
  readonly missing: readonly MissingRow[];
}

export function summarise(rows: readonly ResultRow[], thresholds: readonly [Threshold, ...Threshold[]]): Summary {
  const judged = rows.filter(isJudged);
  const missing = rows.filter((row) => !isJudged(row)) as readonly MissingRow[];
  const regressions = judged.filter(({ kind }) => kind === 'regression');
  const { value } = thresholds[0];
  const curve = rocPoints(judged);
  return {
    judged: judged.length,
    projects: new Set(judged.map(({ repo }) => repo)).size,
    sets: [...new Set(judged.map(({ set }) => set))],
    counts: countsOf(judged),
    curve,
    policies: thresholds.map((threshold) => ({ name: threshold.name, point: operatingPoint(judged, threshold.value) })),
    within: BUDGETS.map(({ name, budget }) => ({ name, budget, point: bestWithin(curve, budget) })),
    area: areasOf(judged),
    tables: {
      change: breakdown(regressions, ({ change }) => change ?? 'not said', value),
      defence: breakdown(regressions, ({ defence }) => defence ?? 'not said', value),
      size: bySize(regressions, value),
    },
    languages: [...groupBy(judged, ({ lang }) => lang)].map(([name, group]) => ({
      name,
      point: operatingPoint(group, value),
    })),
    worst: worstProjects(judged, value),
    located: located(judged, value),
    time: timeOf(judged),
    faults: judged.filter(({ fault }) => fault !== undefined),
    notExamined: judged.filter(({ notExamined }) => notExamined > 0).length,
    missing,
  };
}

function countsOf(rows: readonly JudgedRow[]): Summary['counts'] {
  const counts = CASE_KINDS.map((kind) => [kind, rows.filter((row) => row.kind === kind).length]);
  return Object.fromEntries(counts) as Readonly<Record<CaseKind, number>>;
}

function areasOf(rows: readonly JudgedRow[]): Summary['area'] {
  const scores = (wanted: CaseKind): readonly number[] =>
    rows.flatMap(({ kind, score }) => (kind === wanted ? [score] : []));
  const area = (kind: FalseKind): number | undefined => areaUnderCurve(scores('regression'), scores(kind));
  return { benign: area('benign'), revert: area('revert'), fix: area('fix') };
}

function bySize(rows: readonly JudgedRow[], threshold: number): readonly Part[] {
  const parts = breakdown(rows, ({ lines }) => sizeClass(lines), threshold);
  return SIZE_CLASSES.flatMap((size) => parts.filter(({ name }) => name === size));
}

function timeOf(rows: readonly JudgedRow[]): Summary['time'] {
  const times = rows.map(({ ms }) => ms);
  return {
    median: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    most: quantile(times, 1),
    slope: logLogSlope(rows.map(({ bytes, ms }) => [bytes, ms])),
  };
}
