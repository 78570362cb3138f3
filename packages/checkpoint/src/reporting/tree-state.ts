import {
  type Finding,
  type NotExamined,
  SEVERITIES,
  SEVERITY_WEIGHT,
  type Severity,
  type Suppression,
} from '@pawl/findings';
import type { Category } from '@pawl/security-tests';

export type Counts<Name extends string> = Readonly<Record<Name, number>>;

/** Security tests: all of them, and those of each category, of which a test may have several. */
export interface TestCounts {
  readonly all: number;
  readonly of: Counts<Category>;
}

/** What a whole tree holds, as far as a report counts it. */
export interface TreeState {
  /** `null` where the sum of what is known makes no sense: the engines are not those of the lock. */
  readonly findings: Counts<Severity> | null;
  readonly weightedTotal: number;
  /** `null` where the tree has too many files to count them. */
  readonly defences: number | null;
  readonly tests: TestCounts;
  readonly suppressions: readonly Suppression[];
  readonly examined: ReadonlySet<string>;
  readonly notExamined: readonly NotExamined[];
}

/** What a change makes of a tree: plain JSON data, counts with a sign. */
export interface TreeChange {
  readonly findings: Counts<Severity>;
  readonly introduced: number;
  readonly resolved: number;
  /** What the comparison of both sides tells, as a verdict does. */
  readonly lost: number;
  readonly weakened: number;
  /** Defences that stood before and do not stand now, wherever they stood, and the other way round. */
  readonly defences: { readonly gone: number; readonly come: number };
  readonly tests: TestCounts;
  /** The paths that differ, as the earlier tree has them. */
  readonly before: readonly string[];
  /** What is said of the files that differ, as the later tree has them. */
  readonly after: {
    readonly suppressions: readonly Suppression[];
    readonly examined: readonly string[];
    readonly notExamined: readonly NotExamined[];
  };
  /** Tools that could not be asked, each in a sentence. */
  readonly without: readonly string[];
}

/** The tree after a change. */
export function changedBy(state: TreeState, change: TreeChange): TreeState {
  const isGone = new Set(change.before);
  const isLeft = ({ location }: Suppression): boolean => !isGone.has(location.file);
  const findings = state.findings && addCounts(state.findings, change.findings);
  const { gone, come } = change.defences;
  return {
    findings: findings && Object.values(findings).some((count) => count < 0) ? null : findings,
    weightedTotal: Math.max(0, state.weightedTotal + weightOf(change.findings)),
    defences: state.defences === null ? null : state.defences - gone + come,
    tests: { all: state.tests.all + change.tests.all, of: addCounts(state.tests.of, change.tests.of) },
    suppressions: [...state.suppressions.filter(isLeft), ...change.after.suppressions],
    examined: new Set([...[...state.examined].filter((file) => !isGone.has(file)), ...change.after.examined]),
    notExamined: [...state.notExamined.filter(({ file }) => !isGone.has(file)), ...change.after.notExamined],
  };
}

export function addCounts<Name extends string>(one: Counts<Name>, other: Counts<Name>): Counts<Name> {
  const names = Object.keys(one) as Name[];
  return Object.fromEntries(names.map((name) => [name, one[name] + other[name]])) as Counts<Name>;
}

export function countBySeverity(findings: readonly Pick<Finding, 'severity'>[]): Counts<Severity> {
  const counts = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

function weightOf(counts: Counts<Severity>): number {
  return SEVERITIES.reduce((sum, severity) => sum + counts[severity] * SEVERITY_WEIGHT[severity], 0);
}
