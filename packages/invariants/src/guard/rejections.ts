import { codeChildren, type Part, partOf, type SyntaxNode } from '@pawl/syntax';
import { plainCode } from '../plain-code.ts';

/** One boolean atom with its polarity, and the code that it was written as. */
export interface Literal {
  readonly key: string;
  readonly shown: string;
}

/** Literals that must all hold; a list of them is a condition in disjunctive normal form. The empty one always holds. */
export type Conjunction = readonly Literal[];

/** Beyond these a condition is taken as one atom: normal forms grow exponentially. */
const MAX_TERMS = 24;
const MAX_NESTING = 24;

/**
 * When a condition holds (`holds`) or fails (`!holds`), as alternatives, so that a guard and its inverse, however they
 * are written, read equal: `if (a || !b) return` and `if (!a && b) { work() }` both reject on `a` and on `!b`.
 */
export function rejections(condition: SyntaxNode, holds: boolean): readonly Conjunction[] {
  return simplified(normalForm(condition, holds, MAX_NESTING));
}

export function conjunctionKey(conjunction: Conjunction): string {
  return conjunction.map(({ key }) => key).join(' & ');
}

export function shownConjunction(conjunction: Conjunction): string {
  return conjunction.map(({ shown }) => shown).join(' && ');
}

function normalForm(written: SyntaxNode, holds: boolean, nesting: number): readonly Conjunction[] {
  const { node, positive } = stripped(written, holds);
  const { profile } = node.tree;
  const operator = profile.binary.kinds.includes(node.kind) ? node.field(profile.binary.operator)?.text : undefined;
  const isOr = operator !== undefined && profile.or.includes(operator);
  const isAnd = operator !== undefined && profile.and.includes(operator);
  const left = partOf(node, profile.binary.left);
  const right = partOf(node, profile.binary.right);
  if ((isOr || isAnd) && left && right && nesting > 0) {
    const [a, b] = [normalForm(left, positive, nesting - 1), normalForm(right, positive, nesting - 1)];
    const terms = isOr === positive ? [...a, ...b] : a.flatMap((x) => b.map((y) => [...x, ...y]));
    if (terms.length <= MAX_TERMS) return terms;
  }
  const text = plainCode(node);
  if (profile.always.includes(text)) return positive ? [[]] : [];
  if (profile.never.includes(text)) return positive ? [] : [[]];
  return [[literal(node, positive, text, shownAs(written, holds))]];
}

/** Takes off parentheses, casts and negations. */
function stripped(written: SyntaxNode, holds: boolean): { readonly node: SyntaxNode; readonly positive: boolean } {
  const { parentheses, transparent, negation } = written.tree.profile;
  let node = written;
  let positive = holds;
  for (;;) {
    const negated = negation.kinds.includes(node.kind) && isNegation(node);
    const next = negated
      ? node.field(negation.operand)
      : isWrapped(node.kind, parentheses, transparent)
        ? codeChildren(node)[0]
        : undefined;
    if (next === undefined) return { node, positive };
    if (negated) positive = !positive;
    node = next;
  }
}

function isWrapped(kind: string, parentheses: readonly string[], transparent: readonly string[]): boolean {
  return parentheses.includes(kind) || transparent.includes(kind);
}

/** `!a` is a negation, `-a` and `typeof a` have the same kind and are none. */
function isNegation(node: SyntaxNode): boolean {
  const { operator } = node.tree.profile.negation;
  return (node.field('operator') ?? node.children[0])?.text === operator;
}

function literal(node: SyntaxNode, positive: boolean, text: string, shown: string): Literal {
  const { kinds, left, right, operator } = node.tree.profile.comparison;
  const written = kinds.includes(node.kind) && codeChildren(node).length === 2 ? node.field(operator)?.text : undefined;
  const comparison = written === undefined ? undefined : node.tree.profile.comparisons[written.replace(/\s+/gu, ' ')];
  if (comparison === undefined) return { key: sign(positive) + text, shown };
  let [a, b] = [side(node, left), side(node, right)];
  if (comparison.swapped || (comparison.symmetric && a > b)) [a, b] = [b, a];
  return { key: sign(positive !== (comparison.negated ?? false)) + a + comparison.as + b, shown };
}

function side(node: SyntaxNode, part: Part): string {
  const operand = partOf(node, part);
  return operand === undefined ? '' : plainCode(stripped(operand, true).positive ? innermost(operand) : operand);
}

function innermost(node: SyntaxNode): SyntaxNode {
  const { parentheses, transparent } = node.tree.profile;
  let inner = node;
  while (isWrapped(inner.kind, parentheses, transparent)) {
    const next = codeChildren(inner)[0];
    if (next === undefined) break;
    inner = next;
  }
  return inner;
}

function sign(positive: boolean): string {
  return positive ? '' : 'not ';
}

function shownAs(written: SyntaxNode, holds: boolean): string {
  const text = innermost(written).text;
  return holds ? text : `not (${text})`;
}

/** Literals in one order and without repetition; alternatives without repetition. */
function simplified(terms: readonly Conjunction[]): readonly Conjunction[] {
  const unique = new Map<string, Conjunction>();
  for (const term of terms) {
    const literals = [...new Map(term.map((each) => [each.key, each])).values()].sort((a, b) =>
      a.key < b.key ? -1 : 1,
    );
    unique.set(conjunctionKey(literals), literals);
  }
  return [...unique.values()];
}
