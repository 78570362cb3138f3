import type { AgentVerdict, Verdict } from '@pawl/verdict';

export function agentJson(answer: AgentVerdict): string {
  return `${JSON.stringify(answer)}\n`;
}

/** Keys in the published order, whatever order the verdict was put together in: equal verdicts are equal bytes. */
export function humanJson(verdict: Verdict): string {
  const { schema, outcome, base, head, tier, assurance, drift, criteria, reasons, coverage, timings } = verdict;
  const ordered = {
    schema,
    outcome,
    base,
    head,
    tier,
    assurance,
    drift: drift && { weight: drift.weight, limit: drift.limit },
    criteria: criteria.map(({ name, state, reasons: count }) => ({ name, state, reasons: count })),
    reasons: reasons.map(({ kind, outcome: ruling, severity, file, line, symbol, rule, tool, message, cwe }) => {
      return { kind, outcome: ruling, severity, file, line, symbol, rule, tool, message, cwe };
    }),
    coverage: {
      examined: coverage.examined,
      notExamined: coverage.notExamined.map(({ file, why }) => ({ file, why })),
    },
    timings,
  };
  return `${JSON.stringify(ordered, null, 2)}\n`;
}
