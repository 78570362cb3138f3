import type { Linter } from 'eslint';
import type { Linted } from './engine.ts';
import type { Position } from '@pawl/scanner';

/** Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

type SourceCode = NonNullable<Linted['sourceCode']>;
type Node = NonNullable<ReturnType<SourceCode['getNodeByRangeIndex']>>;

/** Rules that mark what is called and not the call. */
const MARK_THE_CALLEE: ReadonlySet<string | null> = new Set(['no-eval', 'security/detect-pseudoRandomBytes']);

/**
 * Where a message points, with two corrections. Some rules of ESLint mark the callee alone: then the identity of `eval(a)`
 * would be that of `eval(b)`, so the whole call is taken. And ESLint also breaks lines at U+2028 and U+2029, where nobody
 * else does: one of them in a string would move every finding below it onto other code.
 */
export function rangeOf(message: Linter.LintMessage, sourceCode: SourceCode, at: (offset: number) => Position): Range {
  const start = sourceCode.getIndexFromLoc({ line: message.line, column: message.column - 1 });
  const end =
    message.endLine === undefined || message.endColumn === undefined
      ? start + 1
      : sourceCode.getIndexFromLoc({ line: message.endLine, column: message.endColumn - 1 });
  const node = MARK_THE_CALLEE.has(message.ruleId) ? sourceCode.getNodeByRangeIndex(start) : null;
  const [from, to] = node === null ? [start, end] : wholeCall(node, start, end);
  // ESLint drops a byte order mark before it counts.
  const mark = sourceCode.hasBOM ? 1 : 0;
  const { line: endLine, column: endColumn } = at(to + mark);
  return { ...at(from + mark), endLine, endColumn };
}

function wholeCall(innermost: Node, start: number, end: number): readonly [number, number] {
  let node: Node = innermost;
  if (node.range?.[0] !== start || node.range[1] !== end) return [start, end];
  while (isCalleeIn(node, parentOf(node))) node = parentOf(node) as Node;
  return node.range ?? [start, end];
}

function isCalleeIn(node: Node, parent: Node | undefined): boolean {
  switch (parent?.type) {
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee === node;
    case 'MemberExpression':
      return parent.property === node;
    case 'ChainExpression':
    case 'SequenceExpression':
      return true;
    default:
      return false;
  }
}

function parentOf(node: Node): Node | undefined {
  return (node as { readonly parent?: Node }).parent;
}
