import { type Delta, weightedTotals } from '@pawl/baseline';
import type { Finding, InvariantFinding, Suppression } from '@pawl/findings';
import type { Policy, Ruling } from './policy.ts';
import { NOWHERE, type Reason } from './reason.ts';

/** A finding that its tool calls suppressed counts like any other: the gated party writes the suppressions. */
export function deltaReasons(delta: Delta, policy: Policy): readonly Reason[] {
  const introduced = delta.introduced.map((finding): Reason => ({
    ...placeOf(finding),
    kind: 'introduced-finding',
    outcome: policy.introduced[finding.severity],
    message: finding.message,
  }));
  const worsened = delta.worsened.map(({ base, head }): Reason => ({
    ...placeOf(head),
    kind: 'worsened-finding',
    outcome: policy.worsened[head.severity],
    message: `${head.message} (was ${base.severity}, is ${head.severity})`,
  }));
  return [...introduced, ...worsened, ...totalReasons(delta, policy)];
}

function totalReasons(delta: Delta, policy: Policy): readonly Reason[] {
  const { base, head } = weightedTotals(delta);
  if (head <= base) return [];
  const message = `The weighted total of the compared findings rose from ${base} to ${head}.`;
  return [{ ...NOWHERE, kind: 'severity-total', outcome: policy.severityTotal, message }];
}

export function invariantReasons(findings: readonly InvariantFinding[], policy: Policy): readonly Reason[] {
  return findings.map((finding) => ({
    ...placeOf(finding),
    kind: finding.kind,
    outcome: rulingOn(finding, policy),
    message: finding.message,
  }));
}

/** What code lost is lost, whatever it weighs; what it now pretends, or what a project promised, is a new finding like that of a scanner. */
function rulingOn({ kind, severity }: InvariantFinding, policy: Policy): Ruling {
  switch (kind) {
    case 'lost-defence':
      return policy.lostDefence;
    case 'weakened-defence':
      return policy.weakenedDefence;
    case 'unguarded-path':
      return policy.unguardedPath;
    case 'unreachable':
      return policy.unreachable;
    case 'security-test-failed':
      return policy.securityTestFailed;
    case 'disguised-code':
    case 'broken-contract':
    case 'test-floor':
      return policy.introduced[severity];
  }
}

export function suppressionReasons(suppressions: readonly Suppression[], policy: Policy): readonly Reason[] {
  return suppressions.map(({ tool, rules, text, location }) => ({
    ...NOWHERE,
    kind: 'suppression',
    outcome: policy.suppression,
    file: location.file,
    line: location.line,
    symbol: location.symbol,
    rule: rules.length === 0 ? null : rules.join(', '),
    tool,
    message: `${rules.length === 0 ? 'Every rule' : rules.join(', ')} of ${tool} is newly suppressed: ${text}`,
  }));
}

function placeOf({ severity, location, rule, tool, cwe }: Finding): Omit<Reason, 'kind' | 'outcome' | 'message'> {
  return { severity, file: location.file, line: location.line, symbol: location.symbol, rule, tool, cwe };
}
