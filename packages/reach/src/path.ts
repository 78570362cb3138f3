import type { SinkKind, SourceKind } from './sink-kind.ts';

/** A way of data from where somebody outside chose it to where it is dangerous. */
export interface Path {
  readonly source: {
    readonly kind: SourceKind;
    /** What is read, such as `req.query.name`. */
    readonly text: string;
    readonly file: string;
    /** The function that it enters by, or its route where it has no name. */
    readonly symbol: string;
    readonly line: number;
  };
  /** The calls between, outermost first. */
  readonly hops: readonly PathHop[];
  readonly sink: {
    readonly kind: SinkKind;
    /** What is called. */
    readonly name: string;
    /** The code without what a formatter may change. */
    readonly code: string;
    readonly file: string;
    readonly symbol: string;
    readonly line: number;
  };
  /** Whether every way between these two passes a sanitiser of this danger or a check. */
  readonly guarded: boolean;
}

/** One call on the way, and where it stands. Lines count from 1. */
export interface PathHop {
  readonly file: string;
  readonly symbol: string;
  readonly line: number;
  readonly code: string;
}
