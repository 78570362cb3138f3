import { codeChildren, type SyntaxNode } from '@pawl/syntax';
import type { Way } from '../javascript/way.ts';

const LEAVES: readonly string[] = ['return_statement', 'raise_statement'];
const NEVER = /^(?:False|0|None|""|'')(?:\s+and\b.*)?$/su;
const CATCHES = /^(?:except\s*(?::|\*?\s*\(?[^:]*\b(?:AssertionError|Exception|BaseException)\b))/u;
const FORGETS =
  /^(?:\s*(?:pass|\.\.\.|continue|return(?: None)?|(?:print|log\w*(?:\.\w+)?|warnings\.warn)\([^\n]*\)|\w+\s*=\s*\w+)\s*(?:#[^\n]*)?(?:\n|$))+$/u;

/** Climbs from a node to the one with the id `top`, or to the root. */
export function wayTo(top: number | undefined, from: SyntaxNode): Way {
  let conditional = false;
  let dead = false;
  let swallowed = false;
  let child = from;
  for (let node = from.parent; node !== undefined && node.id !== top; child = node, node = node.parent) {
    if (node.kind === 'if_statement') {
      const condition = node.field('condition');
      if (condition === undefined || condition.id === child.id) continue;
      dead ||= NEVER.test(condition.text) && node.field('consequence')?.id === child.id;
      conditional ||= !/^(?:True|1)$/u.test(condition.text);
    } else if (node.kind === 'block' || node.kind === 'module') dead ||= leavesBefore(node, child);
    else if (node.kind === 'try_statement') swallowed ||= node.field('body')?.id === child.id && isForgotten(node);
    else if (node.kind === 'with_statement')
      swallowed ||=
        /^(?:async\s+)?with\s+(?:contextlib\.)?suppress\([^)]*\b(?:AssertionError|Exception|BaseException)\b/u.test(
          node.text,
        );
    else if (node.kind === 'conditional_expression') conditional = true;
  }
  return { conditional, dead, swallowed };
}

function leavesBefore(block: SyntaxNode, child: SyntaxNode): boolean {
  if (block.kind === 'module') return false;
  return block.namedChildren.some(({ kind, startOffset }) => startOffset < child.startOffset && LEAVES.includes(kind));
}

function isForgotten(node: SyntaxNode): boolean {
  const handlers = codeChildren(node).filter(({ kind }) => kind === 'except_clause' || kind === 'except_group_clause');
  return handlers.some((handler) => {
    const block = handler.namedChildren.findLast(({ kind }) => kind === 'block');
    return CATCHES.test(handler.text) && FORGETS.test(block?.text ?? '');
  });
}
