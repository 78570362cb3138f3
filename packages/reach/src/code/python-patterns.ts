import type { SyntaxNode } from '@pawl/syntax';
import type { Pattern } from './code.ts';
import { readExpr } from './read-python.ts';
import { parts, type Reading } from './reading.ts';

const LISTS: readonly string[] = ['pattern_list', 'tuple_pattern', 'list_pattern', 'tuple', 'list', 'expression_list'];

export function readPattern(node: SyntaxNode, reading: Reading): Pattern {
  if (node.kind === 'identifier') return { p: 'name', name: node.text };
  if (LISTS.includes(node.kind)) return { p: 'list', items: parts(node).map((child) => readPattern(child, reading)) };
  const inner = parts(node)[0];
  if (
    /^(?:list_splat_pattern|dictionary_splat_pattern|as_pattern_target|parenthesized_expression)$/u.test(node.kind) &&
    inner
  )
    return readPattern(inner, reading);
  return { p: 'place', place: readExpr(node, reading) };
}
