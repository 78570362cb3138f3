import { type Finding, fingerprint, type Severity } from '@pawl/findings';
import type { BaselineState, SarifResultInput } from '@pawl/sarif';
import type { Evidence, Outcome, Reason } from '@pawl/verdict';
import { GATE, type NamedRule, ruleIdOf } from './rule-text-of.ts';
import { shown, shownNumber, shownPath } from './shown.ts';

/** A result, and the rule that it is of. */
export interface Told {
  readonly named: NamedRule;
  readonly result: SarifResultInput;
}

/** What is told beside the verdict itself; without it the reasons alone are told. */
export type Compared = Pick<Evidence, 'delta' | 'invariants'>;

/** The reasons of a verdict, worst first; then what was there before and still is; then what is gone. */
export function resultsOf(reasons: readonly Reason[], compared: Compared): readonly Told[] {
  const { persisting = [], moved = [], resolved = [] } = compared.delta ?? {};
  return [
    ...toldReasons(reasons, compared),
    ...[...persisting, ...moved].map(({ head }) => toldFinding(head, 'unchanged')),
    ...resolved.map((finding) => toldFinding(finding, 'absent')),
  ];
}

function toldReasons(reasons: readonly Reason[], compared: Compared): readonly Told[] {
  const findings = findingsByReason(compared);
  return reasons
    .filter(({ outcome }) => outcome !== 'inconclusive')
    .map((reason) => {
      // Reasons that cannot be told apart are about findings that cannot either, so any order will do.
      const finding = findings.get(keyOf(reason))?.shift();
      return toldReason(reason, finding, reasons);
    });
}

type Key = Pick<Reason, 'kind' | 'tool' | 'rule' | 'severity' | 'file' | 'line' | 'symbol' | 'message'>;

function keyOf({ kind, tool, rule, severity, file, line, symbol, message }: Key): string {
  // A worsened finding's message also says what it was before.
  const said = kind === 'worsened-finding' ? '' : message;
  return JSON.stringify([kind, tool, rule, severity, file, line, symbol, said]);
}

function findingsByReason({ delta, invariants = [] }: Compared): ReadonlyMap<string, Finding[]> {
  const byReason = new Map<string, Finding[]>();
  const add = (kind: Reason['kind'], finding: Finding): void => {
    const key = keyOf({ ...finding, ...finding.location, kind });
    const others = byReason.get(key);
    if (others) others.push(finding);
    else byReason.set(key, [finding]);
  };
  for (const finding of delta?.introduced ?? []) add('introduced-finding', finding);
  for (const { head } of delta?.worsened ?? []) add('worsened-finding', head);
  for (const finding of invariants) add(finding.kind, finding);
  return byReason;
}

function toldReason(reason: Reason, finding: Finding | undefined, reasons: readonly Reason[]): Told {
  const { kind, outcome, severity, message, cwe } = reason;
  const named = namedRuleOf(reason);
  const identity = finding?.fingerprint ?? ownFingerprint(reason);
  return {
    named,
    result: {
      ...(finding ? placeOfFinding(finding) : placeOf(reason, reasons)),
      rule: ruleIdOf(named),
      severity: severity ?? SEVERITY[outcome],
      message: messageOf(message, named),
      cwe,
      ...(identity === undefined ? {} : { fingerprint: identity }),
      baselineState: kind === 'worsened-finding' ? 'updated' : 'new',
      properties: { kind, outcome },
    },
  };
}

/** For reasons that no scanner gave a severity. */
const SEVERITY: Readonly<Record<Outcome, Severity>> = {
  regression: 'high',
  inconclusive: 'medium',
  escalated: 'medium',
  clean: 'low',
};

const ABOUT_A_FINDING: ReadonlySet<Reason['kind']> = new Set([
  'introduced-finding',
  'worsened-finding',
  'lost-defence',
  'weakened-defence',
  'unguarded-path',
  'disguised-code',
  'broken-contract',
  'security-test-failed',
  'test-floor',
  'unreachable',
]);

/** Reasons of the gate itself that say by which of its rules. */
const BY_RULE: ReadonlySet<Reason['kind']> = new Set(['gate-integrity', 'protected-path']);

export function namedRuleOf({ kind, tool, rule, cwe }: Reason): NamedRule {
  const isOfATool = ABOUT_A_FINDING.has(kind) && tool !== null && rule !== null;
  if (isOfATool) return { tool, rule, cwe };
  return { tool: GATE, rule: BY_RULE.has(kind) && rule !== null ? rule : kind, cwe };
}

/** What the gate says for itself is known by what it says; what a scanner says only by the finding. */
function ownFingerprint({ kind, file, symbol, message }: Reason): string | undefined {
  if (ABOUT_A_FINDING.has(kind)) return undefined;
  return fingerprint({ tool: GATE, rule: kind, symbol: symbol ?? file ?? '', code: message });
}

/** Platforms refuse a message without a word. */
function messageOf(message: string, named: NamedRule): string {
  return message.trim() === '' ? ruleIdOf(named) : shown(message);
}

type Place = Pick<SarifResultInput, 'file' | 'line' | 'column' | 'endLine' | 'endColumn'>;

/** The policy that a reason without any place comes from. */
const POLICY = 'pawl.config.jsonc';

/** Platforms refuse a log with a result that is nowhere: a reason about all findings stands at the worst new one. */
function placeOf({ file, line }: Reason, reasons: readonly Reason[]): Place {
  if (file !== null) return { file: shownPath(file), line: shownNumber(line ?? 1) };
  const worst = reasons.find(({ kind, file: other }) => ABOUT_A_FINDING.has(kind) && other !== null);
  return { file: shownPath(worst?.file ?? POLICY), line: shownNumber(worst?.line ?? 1) };
}

function toldFinding(finding: Finding, baselineState: BaselineState): Told {
  const { tool, rule, severity, message, cwe } = finding;
  const named = { tool, rule, cwe };
  return {
    named,
    result: {
      ...placeOfFinding(finding),
      rule: ruleIdOf(named),
      severity,
      message: messageOf(message, named),
      cwe,
      fingerprint: finding.fingerprint,
      baselineState,
    },
  };
}

function placeOfFinding({ location: { file, line, column, endLine, endColumn } }: Finding): Place {
  return {
    file: shownPath(file),
    line: shownNumber(line),
    ...(column === undefined ? {} : { column: shownNumber(column) }),
    ...(endLine === undefined ? {} : { endLine: shownNumber(endLine) }),
    ...(endColumn === undefined ? {} : { endColumn: shownNumber(endColumn) }),
  };
}
