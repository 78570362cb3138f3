import type { Node } from './node.ts';
import { end, findKind, isBlock, isFunction, isWithin, parts, start } from './nodes.ts';

const LEAVING: ReadonlySet<string> = new Set([
  'return_statement',
  'throw_statement',
  'raise_statement',
  'continue_statement',
  'break_statement',
]);

export interface InBlock {
  readonly block: number;
  /** The statement of the block that the node lies in. */
  readonly statement: Node;
}

/** The blocks around a node by their ids, innermost first; up to the function around it, or to the top of the file. */
export function blocksAround(node: Node, reach: 'function' | 'file'): readonly InBlock[] {
  const found: InBlock[] = [];
  let at = node;
  for (const parent of node.ancestors()) {
    if (isBlock(parent)) found.push({ block: parent.id(), statement: at });
    if (reach === 'function' && isFunction(parent)) break;
    at = parent;
  }
  return found;
}

/** Whether a node runs whenever the statement around it does. */
export function isUnconditional(node: Node, statement: Node): boolean {
  let at = node;
  for (const parent of node.ancestors()) {
    if (at.id() === statement.id()) return true;
    if (isFunction(parent) || isBranch(parent, at)) return false;
    at = parent;
  }
  return at.id() === statement.id();
}

/** Whether `child` is a part of `parent` that may be left out. */
function isBranch(parent: Node, child: Node): boolean {
  switch (parent.kind()) {
    case 'if_statement':
    case 'ternary_expression':
    case 'while_statement':
    case 'elif_clause':
      return parent.field('condition')?.id() !== child.id();
    case 'conditional_expression':
      return parts(parent)[1]?.id() !== child.id();
    case 'binary_expression':
      return /^(?:&&|\|\||\?\?)$/u.test(operatorOf(parent)) && parent.field('right')?.id() === child.id();
    case 'boolean_operator':
      return parent.field('right')?.id() === child.id();
    case 'for_statement':
    case 'for_in_statement':
    case 'switch_case':
    case 'switch_default':
    case 'case_clause':
      return parent.field('body')?.id() === child.id() || isBlock(parent);
    case 'catch_clause':
    case 'except_clause':
    case 'else_clause':
      return true;
    default:
      return false;
  }
}

function operatorOf(node: Node): string {
  return node.field('operator')?.text() ?? '';
}

/** Whether what stands after a statement is not reached once it ran this branch. */
export function leaves(branch: Node | null | undefined): boolean {
  if (branch === null || branch === undefined) return false;
  if (LEAVING.has(branch.kind())) return true;
  return isBlock(branch) && parts(branch).some(leaves);
}

/** Whether there is an odd number of negations between a node and what it lies in. */
export function isNegated(node: Node, within: Node): boolean {
  let count = 0;
  for (const parent of node.ancestors()) {
    if (!isWithin(parent, within)) break;
    if (parent.kind() === 'not_operator' || (parent.kind() === 'unary_expression' && operatorOf(parent) === '!'))
      count++;
  }
  return count % 2 === 1;
}

const NEVER = /^\(?\s*(?:false|0|False|None|null|undefined|''|"")\s*\)?$/u;

interface Range {
  readonly from: number;
  readonly to: number;
}

const unreached = new WeakMap<Node, readonly Range[]>();

/** Code that never runs, as anybody can see: behind a `return`, or in a branch whose condition is a constant. */
export function isDead(node: Node, root: Node): boolean {
  const at = start(node);
  if (rangesIn(root).some(({ from, to }) => from <= at && at < to)) return true;
  let child = node;
  for (const parent of node.ancestors()) {
    if (isSwitchedOff(parent, child)) return true;
    child = parent;
  }
  return false;
}

/** What follows each statement that leaves its block, found once for each file. */
function rangesIn(root: Node): readonly Range[] {
  const known = unreached.get(root);
  if (known !== undefined) return known;
  const ranges = [...LEAVING].flatMap((kind) => findKind(root, kind)).flatMap(following);
  unreached.set(root, ranges);
  return ranges;
}

/** Functions are declared before anything runs. */
function following(leaving: Node): readonly Range[] {
  const parent = leaving.parent();
  if (parent === null || !isBlock(parent)) return [];
  const from = end(leaving);
  return parts(parent)
    .filter((one) => start(one) >= from && one.kind() !== 'function_declaration')
    .map((one) => ({ from: start(one), to: end(one) }));
}

function isSwitchedOff(parent: Node, child: Node): boolean {
  const kind = parent.kind();
  if (kind === 'if_statement' || kind === 'while_statement' || kind === 'ternary_expression') {
    const condition = parent.field('condition');
    const taken = parent.field('consequence') ?? parent.field('body');
    return condition !== null && taken?.id() === child.id() && NEVER.test(condition.text());
  }
  if (kind !== 'binary_expression' || operatorOf(parent) !== '&&') return false;
  const right = parent.field('right');
  return right?.id() === child.id() && NEVER.test(parent.field('left')?.text() ?? '');
}
