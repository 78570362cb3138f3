import { SEVERITIES, type Severity } from '@pawl/findings';
import { type Outcome, OUTCOMES } from './outcome.ts';

/** What a reason is about. `schema/verdict.schema.json` names the same. */
export type ReasonKind =
  | 'introduced-finding'
  | 'worsened-finding'
  | 'severity-total'
  | 'lost-defence'
  | 'weakened-defence'
  | 'unguarded-path'
  | 'disguised-code'
  | 'broken-contract'
  | 'suppression'
  | 'security-test-failed'
  | 'test-floor'
  | 'unreachable'
  | 'gate-integrity'
  | 'drift'
  | 'latched'
  | 'protected-path'
  | 'unscanned-code'
  | 'lost-coverage'
  | 'not-examined';

/** One reason for a verdict, as it stands in its JSON. `null` where a reason has no such thing. */
export interface Reason {
  readonly kind: ReasonKind;
  readonly outcome: Outcome;
  readonly severity: Severity | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly symbol: string | null;
  readonly rule: string | null;
  readonly tool: string | null;
  /** Data from scanners and from the judged code: whoever prints it escapes it. */
  readonly message: string;
  readonly cwe: readonly string[];
}

/** A reason that is about no place in the code. */
export const NOWHERE: Omit<Reason, 'kind' | 'outcome' | 'message'> = {
  severity: null,
  file: null,
  line: null,
  symbol: null,
  rule: null,
  tool: null,
  cwe: [],
};

/** Worst outcome first, then severity, file, line and rule. The rest only makes the order total. */
export function compareReason(a: Reason, b: Reason): number {
  return (
    OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome) ||
    severityRank(a) - severityRank(b) ||
    compareNullable(a.file, b.file) ||
    compareNullable(a.line, b.line) ||
    compareNullable(a.rule, b.rule) ||
    compareNullable(JSON.stringify(a), JSON.stringify(b))
  );
}

function severityRank({ severity }: Reason): number {
  return severity === null ? SEVERITIES.length : SEVERITIES.indexOf(severity);
}

/** What has no value comes last. Texts by UTF-16 code units, so that no locale changes a verdict. */
function compareNullable<T extends string | number>(a: T | null, b: T | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
