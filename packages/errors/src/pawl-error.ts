export interface PawlErrorOptions {
  /** What a person should do next: a command or one sentence. */
  readonly next?: string;
  readonly cause?: unknown;
}

/**
 * The base class of every expected failure. `code` is stable and is what tests and callers match; `message` says what
 * happened and why; `next` says what to do about it. A subclass narrows `code` to a union of literals.
 *
 * Anything thrown that is not a `PawlError` is a fault of ours.
 */
export class PawlError<Code extends string = string> extends Error {
  readonly code: Code;
  readonly next: string | undefined;

  constructor(code: Code, message: string, options: PawlErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.next = options.next;
  }
}

/** Recognises a `PawlError` by shape, because a bundled hook and an installed package may hold two copies of the class. */
export function isPawlError(error: unknown): error is PawlError {
  return error instanceof Error && typeof (error as Partial<PawlError>).code === 'string' && 'next' in error;
}
