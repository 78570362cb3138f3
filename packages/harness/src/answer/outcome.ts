/**
 * What came of an event. It has no place for a rule, a file, a count or a severity: what an adapter is not given, it cannot
 * tell. `fault` is one sentence for the user about what kept Pawl from judging; the model never sees it.
 */
export type Outcome =
  | { readonly outcome: 'clean' }
  | { readonly outcome: 'stopped' | 'latched'; readonly case: string }
  | { readonly outcome: 'could-not-tell'; readonly fault: string }
  | { readonly outcome: 'timed-out' };

/** Every outcome that ends the turn. */
export type Halt = Exclude<Outcome, { readonly outcome: 'clean' }>;

/** What the hook's process writes, and its exit status, which is the harness's and not Pawl's own. */
export interface HookAnswer {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: 0 | 2;
}

export const SILENCE: HookAnswer = { stdout: '', stderr: '', exitCode: 0 };

/** One JSON object on one line: some harnesses read line by line, and any other word on standard output breaks the rest. */
export function jsonAnswer(value: Readonly<Record<string, unknown>>): HookAnswer {
  return { stdout: `${JSON.stringify(value)}\n`, stderr: '', exitCode: 0 };
}
