import { STOPPED } from '@pawl/report';

/** What an agent may know of a case, in the words that it was stopped with. */
export function stoppedText(caseNumber: string | undefined, format: 'text' | 'json'): string {
  if (format === 'json') {
    const answer =
      caseNumber === undefined ? { cases: [] } : { outcome: 'stopped', case: caseNumber, message: STOPPED };
    return `${JSON.stringify({ schema: 'pawl/review@1', ...answer })}\n`;
  }
  return caseNumber === undefined ? 'pawl: no case is open\n' : `pawl: stopped, case ${caseNumber}. ${STOPPED}\n`;
}
