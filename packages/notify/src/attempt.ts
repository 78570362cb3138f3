/** What one try of one channel came to. */
export type Attempt =
  | { readonly kind: 'sent' }
  | { readonly kind: 'skipped'; readonly why: string }
  | {
      readonly kind: 'failed';
      readonly why: string;
      readonly next: string;
      /** Whether nobody can have got it and another try in a moment may go better. */
      readonly again: boolean;
      /** What the other side asked us to wait, in milliseconds. */
      readonly waitMs?: number;
    };

export type FailedAttempt = Extract<Attempt, { kind: 'failed' }>;

/** A failure that stays until somebody mends something. */
export function failed(why: string, next: string): FailedAttempt {
  return { kind: 'failed', why, next, again: false };
}
