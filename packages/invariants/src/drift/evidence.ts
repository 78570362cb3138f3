import type { ElementKind, Idiom, SyntaxNode } from '@pawl/syntax';
import type { Side } from '../change.ts';
import type { RegexComparison } from '../regex/compare-regexes.ts';
import type { RegexUse } from './regex-changes.ts';

export { idiomsIn as idiomsOf } from '@pawl/syntax';

/** As much of a lost or gained element as features are made of. */
export interface Sign {
  readonly kind: ElementKind;
  readonly text: string;
  readonly detail: string;
  readonly symbol: string;
  readonly stays: boolean;
  readonly words: ReadonlySet<string>;
  readonly idioms: readonly Idiom[];
  readonly side: Side;
  readonly node: SyntaxNode;
  /** Set where head has the same elsewhere, and nothing leads there. */
  readonly twin?: true;
  /** Set where it is still there, but comes too late. */
  readonly late?: true;
}

/** One way through a change: what went, and what that looked like. */
export interface Way {
  readonly signs: readonly Sign[];
  /** Those of the calls whose argument now stands bare. */
  readonly peeled: readonly Sign[];
  readonly regexes: readonly { readonly use: RegexUse; readonly comparison: RegexComparison; readonly sign: Sign }[];
  /** Checks that come after what they came before. */
  readonly late: readonly Sign[];
  /** Handlers that catch nearly everything now, or no longer leave. */
  readonly handlers: readonly Sign[];
  /** What the structural rules found, as `rule severity`. */
  readonly rules: readonly string[];
  readonly lines: number;
}

/** All that is known about a change: forth (base to head) and back. Swapping the two is the change undone. */
export interface Evidence {
  readonly lost: Way;
  readonly gained: Way;
  readonly files: readonly string[];
}
