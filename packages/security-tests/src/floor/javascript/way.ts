import type { SyntaxNode } from '@pawl/syntax';

/** What lies between a piece of code and the function that it belongs to. */
export interface Way {
  /** It may not run. */
  readonly conditional: boolean;
  /** It never runs. */
  readonly dead: boolean;
  /** What it throws is caught and forgotten. */
  readonly swallowed: boolean;
}

const NEVER = /^\(?\s*(?:false|0|null|undefined|'')\s*(?:&&|\)?$)/u;
const ALWAYS = /^\(?\s*(?:true|1)\s*\)?$/u;
const LEAVES: readonly string[] = ['return_statement', 'throw_statement'];

/** Climbs from a node to the one with the id `top`, or to the root. */
export function wayTo(top: number | undefined, from: SyntaxNode): Way {
  let conditional = false;
  let dead = false;
  let swallowed = false;
  let child = from;
  for (let node = from.parent; node !== undefined && node.id !== top; child = node, node = node.parent) {
    if (node.kind === 'if_statement') {
      const state = branchState(node, child);
      conditional ||= state === 'maybe';
      dead ||= state === 'never';
    } else if (node.kind === 'statement_block' || node.kind === 'program') dead ||= isAfterLeaving(node, child);
    else if (node.kind === 'try_statement') swallowed ||= isForgotten(node, child);
    else if (node.kind === 'ternary_expression' || node.kind === 'switch_case')
      conditional ||= child.id !== node.field('condition')?.id;
    else if (node.kind === 'binary_expression') conditional ||= isRightOfLogic(node, child);
    else if (node.kind === 'call_expression') swallowed ||= isCaughtPromise(node, child);
  }
  return { conditional, dead, swallowed };
}

function branchState(node: SyntaxNode, child: SyntaxNode): 'always' | 'maybe' | 'never' {
  const condition = node.field('condition');
  if (condition === undefined || condition.id === child.id) return 'always';
  const isElse = node.field('alternative')?.id === child.id;
  if (NEVER.test(condition.text)) return isElse ? 'always' : 'never';
  if (ALWAYS.test(condition.text)) return isElse ? 'never' : 'always';
  return 'maybe';
}

function isAfterLeaving(block: SyntaxNode, child: SyntaxNode): boolean {
  // A function declaration is there before the code runs, wherever it stands.
  if (child.kind === 'function_declaration') return false;
  return block.namedChildren.some(({ kind, startOffset }) => startOffset < child.startOffset && LEAVES.includes(kind));
}

/** A `catch` that neither looks at the error nor passes it on keeps an assertion from failing. */
function isForgotten(node: SyntaxNode, child: SyntaxNode): boolean {
  const handler = node.field('handler');
  if (handler === undefined || node.field('body')?.id !== child.id) return false;
  return !/\b(?:throw|expect|assert|should|fail|reject|done|next|cb|callback|t)\b\s*[.(\w{]/u.test(
    handler.text.replace(/^catch\s*\(/u, ''),
  );
}

function isRightOfLogic(node: SyntaxNode, child: SyntaxNode): boolean {
  const operator = node.field('operator')?.text;
  return (operator === '&&' || operator === '||') && node.field('right')?.id === child.id;
}

/** `expect(…).catch(() => {})`. */
function isCaughtPromise(node: SyntaxNode, child: SyntaxNode): boolean {
  const callee = node.field('function');
  return (
    callee?.id === child.id &&
    callee.kind === 'member_expression' &&
    callee.field('property')?.text === 'catch' &&
    /^\(\s*(?:\(\w*\)|\w+)\s*=>\s*(?:\{\s*\}|undefined|null|void 0)\s*\)$/u.test(node.field('arguments')?.text ?? '')
  );
}
