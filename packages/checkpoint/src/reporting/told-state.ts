import { suppressionDelta } from '@pawl/baseline';
import { CATEGORIES } from '@pawl/security-tests';
import { languageOf, unsupportedCode } from '@pawl/syntax';
import type { ReportCoverage, ReportMeasures, ReportSuppression, ReportTests } from '@pawl/report/page';
import type { Measured } from './open-measure.ts';
import type { TreeState } from './tree-state.ts';

/** What a checkpoint's line on a chart is drawn from. */
export function toldMeasures({ state, change }: Measured, locked: TreeState): ReportMeasures {
  const { introduced, resolved, lost, weakened, defences } = change;
  return {
    weightedTotal: state.weightedTotal,
    lockedTotal: locked.weightedTotal,
    findings: state.findings,
    introduced,
    resolved,
    defences: {
      kept: state.defences === null ? null : state.defences - defences.come,
      lost,
      weakened,
      // What became weaker is another one than it was, and nothing that was added.
      added: Math.max(0, defences.come - weakened),
    },
    suppressions: state.suppressions.length,
    tests: state.tests.all,
    notExamined: new Set(state.notExamined.map(({ file }) => file)).size,
  };
}

/** One line for each file and each who was to examine it, by path. */
export function toldCoverage({ examined, notExamined }: TreeState, checkpoint: number | null): ReportCoverage {
  const blind = new Map(
    notExamined.map(({ file, by, why }) => {
      const language = languageOf(file) ?? unsupportedCode(file) ?? null;
      return [`${file}\0${by}`, { path: file, language, by, why }] as const;
    }),
  );
  const sorted = [...blind].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  return { checkpoint, examined: examined.size, notExamined: sorted };
}

/** What the loop brought first. */
export function toldSuppressions(state: TreeState, locked: TreeState): readonly ReportSuppression[] {
  const { introduced } = suppressionDelta(locked.suppressions, state.suppressions);
  const fresh = new Set(introduced.map((one) => JSON.stringify(one)));
  const told = state.suppressions.map((one): ReportSuppression => {
    const { tool, rules, scope, location } = one;
    return { tool, rules, path: location.file, line: location.line, scope, isNew: fresh.has(JSON.stringify(one)) };
  });
  return told.sort((a, b) => Number(b.isNew) - Number(a.isNew) || compareText(a.path, b.path) || a.line - b.line);
}

/** `now` is `undefined` where the newest tree could not be measured. */
export function toldTests(locked: TreeState, now: TreeState | undefined): ReportTests {
  const byKind = CATEGORIES.map((kind) => ({
    kind,
    floor: locked.tests.of[kind],
    now: now?.tests.of[kind] ?? null,
  }));
  return { floor: locked.tests.all, now: now?.tests.all ?? null, byKind };
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
