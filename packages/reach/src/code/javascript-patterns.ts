import type { SyntaxNode } from '@pawl/syntax';
import type { Pattern } from './code.ts';
import { keyOf, readExpr } from './read-javascript.ts';
import { parts, type Reading } from './reading.ts';

/** What a value is bound to: a name, a place, or parts of either. */
export function readPattern(node: SyntaxNode, reading: Reading): Pattern {
  switch (node.kind) {
    case 'identifier':
    case 'shorthand_property_identifier_pattern':
      return { p: 'name', name: node.text };
    case 'object_pattern':
      return { p: 'object', entries: parts(node).map((child) => readEntry(child, reading)) };
    case 'array_pattern':
      return { p: 'list', items: parts(node).map((child) => readPattern(child, reading)) };
    case 'assignment_pattern':
    case 'object_assignment_pattern':
      return readDefault(node, reading);
    case 'rest_pattern':
      return readPattern(parts(node)[0] ?? node, reading);
    default:
      return { p: 'place', place: readExpr(node, reading) };
  }
}

type Entries = Extract<Pattern, { p: 'object' }>['entries'];

function readEntry(node: SyntaxNode, reading: Reading): Entries[number] {
  const value = node.field('value');
  if (node.kind === 'pair_pattern' && value !== undefined)
    return { key: keyOf(node.field('key')), pattern: readPattern(value, reading) };
  const pattern = readPattern(node, reading);
  const bound = pattern.p === 'default' ? pattern.pattern : pattern;
  return { key: node.kind !== 'rest_pattern' && bound.p === 'name' ? bound.name : undefined, pattern };
}

function readDefault(node: SyntaxNode, reading: Reading): Pattern {
  const left = node.field('left');
  const right = node.field('right');
  const pattern: Pattern = left === undefined ? { p: 'list', items: [] } : readPattern(left, reading);
  return right === undefined ? pattern : { p: 'default', pattern, value: readExpr(right, reading) };
}
