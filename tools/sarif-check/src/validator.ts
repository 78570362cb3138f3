import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ValidatorError } from './validator-error.ts';

export interface Validator {
  readonly program: string;
  /** The official schema of SARIF 2.1.0, as its editors ship it beside the program. */
  readonly schema: string;
}

/** Microsoft's SARIF Multitool; `undefined` where npm could not install it, since it is one for Linux. */
export function validator(): Validator | undefined {
  const require = createRequire(import.meta.url);
  try {
    const program = require('@microsoft/sarif-multitool-linux') as string;
    return { program, schema: join(dirname(program), 'sarif-2.1.0.json') };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** @throws ValidatorError `not-installed`. */
export function requireValidator(): Validator {
  const found = validator();
  if (found) return found;
  throw new ValidatorError('not-installed', '@microsoft/sarif-multitool-linux is not installed', {
    next: 'npm ci --include=optional',
  });
}
