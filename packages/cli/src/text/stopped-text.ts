import { documentText, shortName, STOPPED } from '@pawl/report';

/** What an agent may know of a case, in the words that it was stopped with. */
export function stoppedText(caseNumber: string | undefined): string {
  return caseNumber === undefined
    ? 'pawl: no case is open\n'
    : `pawl: stopped, case ${shortName(caseNumber)}. ${STOPPED}\n`;
}

/** The same for a program, which may be the agent’s. */
export function stoppedJson(caseNumber: string | undefined): string {
  const answer = caseNumber === undefined ? { cases: [] } : { outcome: 'stopped', case: caseNumber, message: STOPPED };
  return documentText('pawl/review@1', answer);
}
