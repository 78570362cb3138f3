import { codeChildren, type SyntaxNode } from '@pawl/syntax';
import { plainCode } from '../plain-code.ts';

/** What is shorter, such as `break`, is everywhere. */
const SHORTEST = 8;

/** The statements that follow one in its block: what it guards, if it is a guard. */
export function statementsAfter(node: SyntaxNode): readonly SyntaxNode[] {
  const { parent } = node;
  if (parent === undefined || !isBlock(parent)) return [];
  return codeChildren(parent).filter(
    ({ startOffset, endOffset }) => startOffset >= node.endOffset && endOffset - startOffset >= SHORTEST,
  );
}

/**
 * Whether a guard that its function still has is still passed on the way to what it guarded: one that went to another branch
 * is not, though the function asks as often as before. Where nothing of what it guarded can be found again, nobody can tell.
 */
export function stillStandsBefore(from: SyntaxNode, to: SyntaxNode, was: SyntaxNode, is: SyntaxNode): boolean {
  if (wayTo(from, was) === wayTo(to, is)) return true;
  const found = statementsAfter(from).flatMap((statement) => {
    const here = equalTo(statement, was);
    const there = equalTo(statement, is);
    return here.length === 1 && there[0] !== undefined && there.length === 1 ? [there[0]] : [];
  });
  const block = blockAround(to);
  return (
    found.length === 0 || found.some((statement) => holds(block, statement) && to.startOffset <= statement.startOffset)
  );
}

/** The branches that lead to a node: where they read equal, it stands where it stood. */
function wayTo(node: SyntaxNode, scope: SyntaxNode): string {
  const steps: string[] = [];
  let inner = node;
  for (let outer = node.parent; outer !== undefined && inner.id !== scope.id; inner = outer, outer = outer.parent) {
    const shape = outer.tree.profile.branches.find(({ kind }) => kind === outer.kind);
    const condition = shape && typeof shape.condition === 'string' ? outer.field(shape.condition) : undefined;
    const place = outer.namedChildren.findIndex(({ id }) => id === inner.id);
    if (shape !== undefined) steps.push(`${outer.kind} ${place} ${condition ? plainCode(condition) : ''}`);
    else if (isCase(inner)) steps.push(plainCode(inner).slice(0, 100));
  }
  return steps.join('\n');
}

function equalTo(statement: SyntaxNode, scope: SyntaxNode): readonly SyntaxNode[] {
  const code = plainCode(statement);
  return scope.find([statement.kind]).filter((each) => plainCode(each) === code);
}

/** The innermost block that a node stands in. */
export function blockAround(node: SyntaxNode): SyntaxNode {
  let block = node;
  while (block.parent !== undefined && (block.id === node.id || !isBlock(block))) block = block.parent;
  return block;
}

function isBlock(node: SyntaxNode): boolean {
  return node.tree.profile.blocks.includes(node.kind) || isCase(node);
}

function isCase({ kind }: SyntaxNode): boolean {
  return /(?:^|_)(?:case|default)(?:_|$)/u.test(kind);
}

function holds(outer: SyntaxNode, inner: SyntaxNode): boolean {
  return outer.startOffset <= inner.startOffset && inner.endOffset <= outer.endOffset;
}
