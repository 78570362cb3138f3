import { PawlError } from '@pawl/errors';

/** `invalid-contracts`: the file that a person wrote. `no-engine`: the pattern engine does not run on this system. */
export type ContractErrorCode = 'invalid-contracts' | 'no-engine';

/** One mistake; line and column count from 1. */
export interface ContractMistake {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Holds every mistake that was found, in the order of the file. */
export class ContractError extends PawlError<ContractErrorCode> {
  readonly mistakes: readonly ContractMistake[];

  constructor(
    code: ContractErrorCode,
    message: string,
    next: string,
    mistakes: readonly ContractMistake[] = [],
    cause?: unknown,
  ) {
    super(code, message, cause === undefined ? { next } : { next, cause });
    this.mistakes = mistakes;
  }
}
