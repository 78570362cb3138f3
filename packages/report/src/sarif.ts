import { type SarifResultInput, writeSarif } from '@pawl/sarif';
import type { AgentVerdict, Reason, Verdict } from '@pawl/verdict';

const TOOL = { name: 'pawl', version: '0.1.0' };

/**
 * Reasons as results. One that is about no file stands at the root of the repository; "could not tell" makes the run a
 * failed one, so that no reader takes few results for few problems.
 */
export function humanSarif({ reasons }: Verdict): string {
  const judged = reasons.filter(({ outcome }) => outcome !== 'inconclusive');
  const failures = reasons.filter(({ outcome }) => outcome === 'inconclusive');
  return writeSarif({
    tool: TOOL,
    results: judged.map(resultOf),
    failures: failures.map(({ file, message }) => (file === null ? message : `${file}: ${message}`)),
  });
}

function resultOf({ kind, outcome, severity, file, line, rule, message, cwe }: Reason): SarifResultInput {
  return {
    rule: rule === null ? `pawl/${kind}` : `pawl/${kind}/${rule}`,
    severity: severity ?? (outcome === 'regression' ? 'high' : 'medium'),
    message,
    cwe,
    file: file ?? '.',
    line: line ?? 1,
    baselineState: 'new',
  };
}

export function agentSarif(answer: AgentVerdict): string {
  switch (answer.outcome) {
    case 'clean':
      return writeSarif({ tool: TOOL, results: [] });
    case 'stopped':
      return writeSarif({ tool: TOOL, results: [], failures: [`stopped, case ${answer.case}. ${answer.message}`] });
    case 'inconclusive':
      return writeSarif({ tool: TOOL, results: [], failures: answer.faults });
  }
}
