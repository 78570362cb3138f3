import type { ReportData, ReportReason } from '@pawl/report/page';
import { checkpoint, LOST_GUARD, STOPPED_CASE, THREE } from './report-samples.ts';

/** Everything that somebody else may have written is one of these names, each in turn. */
export function hostileReport(names: readonly string[]): ReportData {
  let at = 0;
  const name = (): string => names[at++ % names.length] as string;
  const reasons = names.map((text, line): ReportReason => ({
    ...LOST_GUARD,
    ...{ file: text, symbol: name(), rule: name(), tool: name(), message: name(), cwe: [name()], line: line + 1 },
    excerpt: {
      file: text,
      leftOut: 2,
      lines: [
        { mark: ' ', line: line + 1, text },
        { mark: '-', line: line + 2, text: name() },
        { mark: '+', line: line + 2, text: name() },
      ],
    },
  }));
  const one = { ...STOPPED_CASE, reasons, why: name(), id: name(), openedAt: name(), notRecomputed: name() };
  return {
    ...THREE,
    ...{ repository: name(), branch: name(), target: name(), pawl: name(), madeAt: name() },
    lock: {
      ...(THREE.lock as NonNullable<ReportData['lock']>),
      ...{ commit: name(), lockedAt: name(), signedBy: name() },
      tools: names.map((text) => ({ name: text, version: name(), rulesDigest: name() })),
    },
    loop: { name: name(), state: 'stopped', latch: [one.id, name()] },
    checkpoints: names.map((text, index) =>
      checkpoint(index + 1, {
        ...{ at: index % 2 === 0 ? text : '2026-11-23T09:14:03.120Z', commit: name(), tree: name(), signedBy: name() },
        ...(index % 3 === 0 ? { measures: null, notMeasured: text } : {}),
        ...(index % 4 === 0 ? { outcome: 'stopped', case: index === 0 ? one.id : text } : {}),
      }),
    ),
    cases: [one, { ...one, id: name(), state: 'decided' }],
    coverage: {
      checkpoint: 3,
      examined: 12,
      notExamined: names.map((path) => ({ path, language: name(), by: name(), why: name() })),
    },
    suppressions: names.map((path, line) => ({
      tool: name(),
      rules: [name()],
      path,
      line,
      scope: 'line',
      isNew: line % 2 === 0,
    })),
    waivers: names.map((path) => ({
      ...{ tool: name(), rule: name(), path, reason: name(), by: name(), since: name(), expires: name(), daysLeft: -3 },
    })),
    tests: { floor: 31, now: 30, byKind: names.map((kind) => ({ kind, floor: 2, now: 1 })) },
    ledger: {
      ...{ state: 'faults', basis: name() },
      chains: names.map((ref) => ({ ref, entries: 1 })),
      faults: names.map((message) => ({ message, next: name() })),
    },
    missing: names,
  };
}
