import { partOf, type SyntaxNode } from '@pawl/syntax';
import { plainCode, quoted } from '../plain-code.ts';
import { constantValue, isOutsideSwitch, type Texts } from './constant-value.ts';

/** Why nothing runs a piece of code, as far as its own file shows; undefined where something may. */
export function whyDead(node: SyntaxNode, texts: Texts): string | undefined {
  for (let child = node, parent = node.parent; parent !== undefined; child = parent, parent = parent.parent) {
    const why =
      inBranch(parent, child, texts) ??
      inChain(parent, child, texts) ??
      afterExit(parent, child) ??
      inEmptyLoop(parent, child);
    if (why !== undefined) return why;
  }
  return undefined;
}

/** The conditions that a piece of code is under, written plainly. */
export function conditionsAround(node: SyntaxNode): readonly SyntaxNode[] {
  const conditions: SyntaxNode[] = [];
  for (let child = node, parent = node.parent; parent !== undefined; child = parent, parent = parent.parent) {
    const { kind } = parent;
    const branch = parent.tree.profile.branches.find((one) => one.kind === kind);
    const condition = branch && partOf(parent, branch.condition);
    if (condition && condition.id !== child.id) conditions.push(condition);
  }
  return conditions;
}

/** Why code is off until somebody turns it on: a switch outside the code that was not asked before. */
export function whySwitchedOff(node: SyntaxNode, before: readonly SyntaxNode[]): string | undefined {
  const known = new Set(before.map(plainCode));
  const found = conditionsAround(node).find(
    (condition) => isOutsideSwitch(condition) && !known.has(plainCode(condition)),
  );
  return found && `it runs only where ${quoted(found.text)} is switched on`;
}

function inBranch(parent: SyntaxNode, child: SyntaxNode, texts: Texts): string | undefined {
  const branch = parent.tree.profile.branches.find(({ kind }) => kind === parent.kind);
  const condition = branch && partOf(parent, branch.condition);
  if (!branch || !condition || holds(condition, child)) return undefined;
  const known = constantValue(condition, texts);
  if (known === undefined) return undefined;
  const consequence = partOf(parent, branch.consequence);
  const isFirst = consequence !== undefined && holds(consequence, child);
  // A loop that runs on and on has no other way.
  if (isFirst ? known.is : !known.is || branch.alternative === undefined) return undefined;
  return isFirst ? `its condition ${known.by} is never true` : `the condition ${known.by} before it is always true`;
}

function holds(outer: SyntaxNode, inner: SyntaxNode): boolean {
  return outer.startOffset <= inner.startOffset && inner.endOffset <= outer.endOffset;
}

/** `false && run()`. */
function inChain(parent: SyntaxNode, child: SyntaxNode, texts: Texts): string | undefined {
  const { binary, and, or } = parent.tree.profile;
  if (!binary.kinds.includes(parent.kind)) return undefined;
  const [left, right] = [partOf(parent, binary.left), partOf(parent, binary.right)];
  const operator = parent.field(binary.operator)?.text ?? '';
  if (!left || !right || !holds(right, child) || !(and.includes(operator) || or.includes(operator))) return undefined;
  const known = constantValue(left, texts);
  if (known === undefined || known.is !== or.includes(operator)) return undefined;
  return `${known.by} before it decides without it`;
}

const LEAVES = /^(?:process\.(?:exit|abort)|sys\.exit|os\._exit|exit|quit)\(/u;

/** A function that is declared behind a `return` is still there. */
function afterExit(parent: SyntaxNode, child: SyntaxNode): string | undefined {
  const { blocks, exits, functions, expressionStatements } = parent.tree.profile;
  if (!blocks.includes(parent.kind) && !/^switch_(?:case|default)$/u.test(parent.kind)) return undefined;
  if (
    functions.includes(child.kind) ||
    (/declaration$|definition$/u.test(child.kind) && /function|class/u.test(child.kind))
  )
    return undefined;
  for (const sibling of parent.namedChildren) {
    if (sibling.startOffset >= child.startOffset) return undefined;
    const leaves =
      [...exits.throw, ...exits.return, ...exits.skip].includes(sibling.kind) ||
      (expressionStatements.includes(sibling.kind) && LEAVES.test(plainCode(sibling)));
    if (leaves) return `it stands after ${quoted(sibling.text)}`;
  }
  return undefined;
}

function inEmptyLoop(parent: SyntaxNode, child: SyntaxNode): string | undefined {
  if (!/^for_(?:in_)?statement$/u.test(parent.kind)) return undefined;
  const right = parent.field('right');
  const isEmpty = right !== undefined && /^(?:\[\]|\(\)|\{\}|range\(0\)|Object\.keys\(\{\}\))$/u.test(plainCode(right));
  return isEmpty && !holds(right, child) ? `it is in a loop over nothing` : undefined;
}
