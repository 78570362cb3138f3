import { STOPPED } from '../agent-answer.ts';
import type { AgentReport, ReportData } from './report-data.ts';

/**
 * What an agent may know of a report: how the loop stands, and the numbers of the cases. Names of branches and repositories are
 * left out as well, for they are free text.
 */
export function redacted({ schema, madeAt, pawl, loop, missing }: ReportData): AgentReport {
  const unknown = missing.length > 0 ? 'could-not-tell' : 'nothing-judged';
  const state = loop === null ? unknown : loop.state;
  const cases = state === 'stopped' ? (loop?.latch ?? []).map(caseNumber) : [];
  return {
    ...{ schema, audience: 'agent', madeAt, pawl, state },
    cases: [...new Set(cases)],
    message: state === 'stopped' ? STOPPED : null,
  };
}

/** A number is eight hexadecimal digits. Whoever writes something else into a chain does not get it shown. */
function caseNumber(text: string): string {
  return /^[0-9a-f]{8}/u.exec(text)?.[0] ?? 'unnumbered';
}
