import { codeChildren, type SyntaxNode } from '@pawl/syntax';
import { plainCode } from '../plain-code.ts';

/**
 * How a branch leaves: by refusing aloud (throw, an error answer, the end of the process), by a return that hands back
 * nothing of use, or by skipping a round. `dispatch` leaves too, but with a result: that is a choice, not a refusal.
 */
export type Exit = 'throw' | 'return' | 'skip' | 'dispatch';

/** How a branch leaves at its end, undefined where it goes on. */
export function exitOf(branch: SyntaxNode): Exit | undefined {
  const statements = statementsOf(branch);
  const last = statements.at(-1);
  if (last === undefined) return undefined;
  const exit = exitOfStatement(last);
  if (exit === undefined || exit === 'throw') return exit;
  // `res.status(403).end(); return;` refuses aloud before it returns.
  return statements.some((statement) => isExitCall(statement)) ? 'throw' : exit;
}

/** Whether a statement is a call that refuses, such as `process.exit(1)` or `next(err)`. */
export function isExitCall(statement: SyntaxNode): boolean {
  const { profile } = statement.tree;
  const isCall =
    profile.expressionStatements.includes(statement.kind) || profile.calls.some(({ kind }) => kind === statement.kind);
  return isCall && profile.exits.exitCall.test(beginning(statement));
}

/** The statements of a branch that is a block, or the one statement that it is. */
export function statementsOf(branch: SyntaxNode): readonly SyntaxNode[] {
  const { blocks, blockWrappers } = branch.tree.profile;
  let node = branch;
  while (blockWrappers.includes(node.kind)) {
    const inner = codeChildren(node).at(-1);
    if (inner === undefined) return [];
    node = inner;
  }
  return blocks.includes(node.kind) ? codeChildren(node) : [node];
}

function exitOfStatement(statement: SyntaxNode): Exit | undefined {
  const { exits } = statement.tree.profile;
  if (exits.throw.includes(statement.kind)) return 'throw';
  if (exits.skip.includes(statement.kind)) return 'skip';
  if (exits.return.includes(statement.kind)) return exitOfReturn(statement);
  return isExitCall(statement) ? 'throw' : undefined;
}

function exitOfReturn(statement: SyntaxNode): Exit {
  const { exits } = statement.tree.profile;
  const value = codeChildren(statement)[0];
  const text = value === undefined ? '' : beginning(value);
  if (exits.exitCall.test(text)) return 'throw';
  return exits.refusal.test(text) ? 'return' : 'dispatch';
}

/** What a statement does shows in its first thousand characters; a longer text could make a pattern crawl. */
function beginning(node: SyntaxNode): string {
  return plainCode(node).slice(0, 1_000);
}
