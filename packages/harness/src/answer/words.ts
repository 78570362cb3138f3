import type { Halt } from './outcome.ts';

/** The one sentence that an agent gets to see. An agent that is told which rule fired learns to silence the rule. */
export const PAUSED = 'Work is paused for human review. Do not continue.';

/** A case number as Pawl makes it. Anything else in its place is not shown: it could carry what must not be told. */
const CASE = /^[0-9a-f]{4,64}$/u;

/** For every field that the model can see, now or when the conversation is resumed. */
export function forModel(halt: Halt): string {
  const number = caseOf(halt);
  return number === undefined ? PAUSED : `${PAUSED} Case ${number}.`;
}

/** For the fields that only the user sees: what happened, and the next command. */
export function forUser(halt: Halt): string {
  const number = caseOf(halt);
  const review = number === undefined ? 'pawl review' : `pawl review ${number}`;
  const named = number === undefined ? '' : ` (case ${number})`;
  switch (halt.outcome) {
    case 'stopped':
      return `Pawl stopped this work for human review${named}. Next: ${review}`;
    case 'latched':
      return `This work stays stopped until a person has decided${named}. Next: ${review}`;
    case 'could-not-tell':
      return `Pawl could not tell whether this work is safe, so it stops here. ${plain(halt.fault)} Next: pawl doctor`;
    case 'timed-out':
      return 'Pawl did not finish in time, so this work stops here. Next: pawl check';
  }
}

function caseOf(halt: Halt): string | undefined {
  return 'case' in halt && CASE.test(halt.case) ? halt.case : undefined;
}

/** A fault may quote a file name that the agent chose: on one line, short, and with nothing a terminal would obey. */
function plain(fault: string): string {
  const line = fault
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]+/gu, ' ')
    .replaceAll(/ {2,}/gu, ' ')
    .trim();
  const short = line.length > 300 ? `${line.slice(0, 299)}…` : line;
  return short === '' || /[.!?…]$/u.test(short) ? short : `${short}.`;
}
