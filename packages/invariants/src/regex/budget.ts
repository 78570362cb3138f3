import { RegexError } from './regex-error.ts';

/** Steps that may still be taken. Counted and not timed, so that the limit falls at the same place on every machine. */
export interface Budget {
  /** @throws RegexError `too-large` when there are not as many left. */
  spend(steps: number): void;
}

export function budgetOf(steps: number, what: string): Budget {
  let left = steps;
  return {
    spend: (taken) => {
      left -= taken;
      if (left < 0) throw new RegexError('too-large', `${what} takes more than ${steps} steps.`);
    },
  };
}
