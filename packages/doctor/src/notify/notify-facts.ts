import type { Fact } from '../fact.ts';

export interface ChannelFacts {
  readonly name: string;
  readonly kind: string;
  /** Why its address or its token cannot be used; `undefined` where it can, or needs none. */
  readonly fault: { readonly why: string; readonly next: string } | undefined;
}

export interface NotifyFacts {
  /** The channels of the lock; `undefined` where it wants nobody told. */
  readonly channels: Fact<readonly ChannelFacts[] | undefined>;
  /** How many messages still wait. */
  readonly owed: Fact<number>;
}
