import { caseNumber, instant, sha256 } from './formats.ts';
import { object, oneOf, type Shape, text } from './shape.ts';

/** What a person decided with a lock: a baseline, that one finding is accepted or no longer is, or that a stopped loop goes on. */
export type Decision =
  | { readonly kind: 'lock' }
  | { readonly kind: 'waive'; readonly fingerprint: string; readonly snippet: string }
  | { readonly kind: 'revoke'; readonly fingerprint: string; readonly snippet: string }
  | { readonly kind: 'release'; readonly case: string };

/** One finding that a person accepts for a while. It lapses when the code changes, because then it is another finding. */
export interface Waiver {
  readonly fingerprint: string;
  /** The SHA-256 of the matched code, so that the same rule on other code in the same symbol is not covered. */
  readonly snippet: string;
  /** For people; the fingerprint decides. */
  readonly tool: string;
  readonly rule: string;
  readonly file: string;
  readonly reason: string;
  readonly since: string;
  /** At most ninety days after `since`. */
  readonly expires: string;
}

/** A stopped loop that may go on. What it may not do is keep what stopped it: the next judgement is by the same lock. */
export interface Release {
  readonly case: string;
  /**
   * The SHA-256 of the question that the number is the beginning of: a number can be ground, and a stop is released only by
   * the whole. Absent in locks of older versions.
   */
  readonly question?: string;
  readonly reason: string;
  readonly at: string;
}

const finding = { fingerprint: text, snippet: sha256 };

const DECISIONS: Readonly<Record<Decision['kind'], Shape>> = {
  lock: object({ kind: text }),
  waive: object({ kind: text, ...finding }),
  revoke: object({ kind: text, ...finding }),
  release: object({ kind: text, case: caseNumber }),
};

const kind = oneOf(...Object.keys(DECISIONS));

export const DECISION: Shape = (value, path) => {
  const named = (value as { readonly kind?: unknown } | null)?.kind;
  kind(named, `${path}.kind`);
  DECISIONS[named as Decision['kind']](value, path);
};

export const WAIVER: Shape = object({
  ...finding,
  tool: text,
  rule: text,
  file: text,
  reason: text,
  since: instant,
  expires: instant,
});

export const RELEASE: Shape = object({ case: caseNumber, reason: text, at: instant }, { question: sha256 });
