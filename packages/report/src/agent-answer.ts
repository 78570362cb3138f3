import { type AgentVerdict, opensCase, type Verdict, VERDICT_SCHEMA } from '@pawl/verdict';

/** The one sentence an agent gets when its loop is stopped. It names nothing and asks for nothing. */
export const STOPPED = 'Work is paused for human review. Do not continue.';

/**
 * What an agent may know of a verdict. Faults are told plainly, but not once a case is open: the two together would tell
 * where to look.
 */
export function agentAnswer({ outcome, reasons }: Verdict, caseNumber: string | undefined): AgentVerdict {
  if (opensCase(reasons)) {
    return { schema: VERDICT_SCHEMA, outcome: 'stopped', case: caseNumber ?? 'unnumbered', message: STOPPED };
  }
  if (outcome === 'clean') return { schema: VERDICT_SCHEMA, outcome };
  const faults = reasons
    .filter((reason) => reason.outcome === 'inconclusive')
    .map(({ file, message }) => (file === null ? message : `${file}: ${message}`));
  // Several tools often say the same of one file.
  return { schema: VERDICT_SCHEMA, outcome: 'inconclusive', faults: [...new Set(faults)] };
}
