import type { ElementKind, SyntaxNode } from '@pawl/syntax';
import type { Side } from '../change.ts';

/** One piece of code that counts for itself: a guard's reason to refuse, a call, an option, a literal. */
export interface Element {
  readonly kind: ElementKind;
  /** Its code without comments and needless space: elements of equal kind, text and detail are the same. */
  readonly text: string;
  /** How a guard leaves; `''` for all else. */
  readonly detail: string;
  readonly side: Side;
  readonly node: SyntaxNode;
}

/** What is longer holds other elements, which count for themselves. */
export const LONGEST_ELEMENT = 300;

/** A regular expression is one thing, however long it is. */
export const LONGEST_REGEX = 4_000;
