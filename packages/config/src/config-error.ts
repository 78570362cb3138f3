import { PawlError } from '@pawl/errors';

/** `invalid-config`: the file that a person wrote. `invalid-locked-config`: what a lock holds, which only Pawl writes. */
export type ConfigErrorCode = 'invalid-config' | 'invalid-locked-config';

/** One mistake. `where` is `line:column`, both from 1, in a file; in a lock it is the path to the value. */
export interface LocatedMistake {
  readonly where: string;
  readonly message: string;
}

/** Holds every mistake that was found, in the order of the file. */
export class ConfigError extends PawlError<ConfigErrorCode> {
  readonly mistakes: readonly LocatedMistake[];

  /** `told` is the message where more can be shown than the mistakes say. */
  constructor(code: ConfigErrorCode, source: string, mistakes: readonly LocatedMistake[], next: string, told?: string) {
    const lines = mistakes.map(({ where, message }) => `  ${where} ${message}`);
    super(code, told ?? [`${source} cannot be used:`, ...lines].join('\n'), { next });
    this.mistakes = mistakes;
  }
}
