/** The code elements that an idiom is looked for in. */
export type ElementKind =
  | 'call'
  | 'option'
  | 'assignment'
  | 'comparison'
  | 'import'
  | 'decorator'
  | 'string'
  | 'regex'
  | 'guard'
  | 'return'
  | 'subscript'
  | 'heritage'
  | 'throw'
  | 'number'
  | 'bool'
  | 'identifier'
  | 'negation'
  | 'branch'
  | 'handler';

/**
 * A way to write something that security reviewers know as careful, or as its careless twin: `safe_load` and `load`,
 * `textContent` and `innerHTML`. Losing the one or gaining the other weakens.
 */
export interface Idiom {
  /** What is at stake; weights are fitted per class. */
  readonly class: string;
  readonly side: 'careful' | 'careless';
  readonly on?: readonly ElementKind[];
  /** Sees one element as `plainCode` leaves it: no needless space, `"` for every quote. Must take linear time. */
  readonly match: RegExp;
  /** How sure a reviewer is: 3 nearly always, 2 mostly, 1 a hint. */
  readonly strength: 1 | 2 | 3;
}
