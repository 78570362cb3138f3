import { DecisionError } from './decision-error.ts';

const LONGEST = 500;

/** The reason as it is kept: why a person decided so is read again when the loop is audited. */
export function decisionReason(given: string): string {
  const reason = given.trim();
  const next = 'say why in a sentence: --reason "..."';
  if (reason === '') throw new DecisionError('reason-missing', 'a decision needs a reason', { next });
  if (reason.length > LONGEST)
    throw new DecisionError('reason-too-long', `a reason has at most ${LONGEST} characters`, { next });
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/u.test(reason))
    throw new DecisionError('reason-unprintable', 'a reason is one line of plain text, without control characters', {
      next,
    });
  return reason;
}
