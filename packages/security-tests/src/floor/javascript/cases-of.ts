import { codeChildren, type SyntaxNode } from '@pawl/syntax';

const LOOPING = /(?:^|[.?])(?:forEach|map|each)$/u;

/** How often a test runs by its table and the loops around it, null where that is not written down. */
export function casesOf(call: SyntaxNode, tables: readonly (SyntaxNode | undefined)[]): number | null {
  const counts = [...tables.flatMap((table) => (table === undefined ? [] : [tableCount(table)])), ...loopCounts(call)];
  return counts.reduce<number | null>((all, count) => (all === null || count === null ? null : all * count), 1);
}

function tableCount(table: SyntaxNode): number | null {
  if (table.kind !== 'template_string') return listCount(codeChildren(table)[0]);
  const rows = table.text
    .slice(1, -1)
    .split('\n')
    .filter((row) => row.includes('|') || row.includes('${'));
  return Math.max(0, rows.length - 1);
}

function loopCounts(call: SyntaxNode): readonly (number | null)[] {
  const counts: (number | null)[] = [];
  for (let node = call.parent; node !== undefined; node = node.parent) {
    if (node.kind === 'for_in_statement') counts.push(listCount(node.field('right')));
    else if (node.kind === 'for_statement' || node.kind === 'while_statement') counts.push(null);
    else if (node.kind === 'call_expression') {
      const callee = node.field('function');
      const over = callee?.field('object');
      if (over !== undefined && LOOPING.test(callee?.text ?? '') && !/^(?:it|test|describe)\b/u.test(over.text))
        counts.push(listCount(over));
    }
  }
  return counts;
}

/** The number of elements of a written list, also of one that has a name in this file. */
function listCount(node: SyntaxNode | undefined): number | null {
  if (node === undefined) return null;
  if (node.kind === 'array')
    return codeChildren(node).some(({ kind }) => kind === 'spread_element') ? null : codeChildren(node).length;
  if (node.kind === 'object') return codeChildren(node).length;
  if (/^(?:as_expression|satisfies_expression|parenthesized_expression)$/u.test(node.kind))
    return listCount(codeChildren(node)[0]);
  if (
    node.kind === 'call_expression' &&
    /^Object\.(?:entries|keys|values|freeze)$/u.test(node.field('function')?.text ?? '')
  )
    return listCount(node.field('arguments') && codeChildren(node.field('arguments') as SyntaxNode)[0]);
  return node.kind === 'identifier' ? namedCount(node) : null;
}

function namedCount(node: SyntaxNode): number | null {
  const named = node.tree.root
    .find(['variable_declarator'])
    .filter(
      (declarator) => declarator.field('name')?.text === node.text && declarator.field('value')?.kind !== 'identifier',
    );
  return named.length === 1 ? listCount(named[0]?.field('value')) : null;
}
