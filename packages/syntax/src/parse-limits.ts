import type { SyntaxTree } from './syntax-tree.ts';

/** What a parse may cost. All but `giveUp` depend on the text alone, so that the same text gets the same answer anywhere. */
export interface ParseLimits {
  /** Bytes of UTF-8. */
  readonly maxBytes?: number;
  /** Levels of the tree. */
  readonly maxDepth?: number;
  /** Steps of the parser, about one for each 150 bytes of ordinary code. */
  readonly maxSteps?: number;
  /** Asked at every step whether the time is up: the clock is the caller's. */
  readonly giveUp?: () => boolean;
  /** Return a tree with `hasErrors` for a text that does not parse. */
  readonly tolerateErrors?: boolean;
  /** The tree of an earlier version of the text, in the same language: what did not change since is taken over from it. */
  readonly since?: SyntaxTree;
}

/**
 * One MiB of code; a chain of a thousand operators or calls is still code that people generate; two seconds or so of
 * parsing on a slow machine, ten times what one MiB of ordinary code needs.
 */
export const DEFAULT_LIMITS: { readonly maxBytes: number; readonly maxDepth: number; readonly maxSteps: number } = {
  maxBytes: 1 << 20,
  maxDepth: 2_000,
  maxSteps: 100_000,
};
