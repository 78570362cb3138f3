/** What became of one notice on one channel. `why` and `next` never hold an address, a secret or what a server answered. */
export type Delivery =
  | { readonly kind: 'sent'; readonly channel: string; readonly case: string }
  | {
      readonly kind: 'failed';
      readonly channel: string;
      readonly case: string;
      readonly why: string;
      /** What a person can do about it. */
      readonly next: string;
    }
  | { readonly kind: 'skipped'; readonly channel: string; readonly case: string; readonly why: string };
