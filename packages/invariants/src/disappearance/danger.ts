import { type Finding, normaliseCode } from '@pawl/findings';
import type { SyntaxNode, SyntaxTree } from '@pawl/syntax';
import { plainCode } from '../plain-code.ts';
import { riskyCode } from '../suppression/risky-code.ts';

/** The dangerous code of a finding. */
export interface Danger {
  readonly code: string;
  readonly node: SyntaxNode;
}

/** The code that a finding is about: the dangerous call or assignment in what was matched, else the statement of its line. */
export function dangerOf({ location, snippet }: Finding, tree: SyntaxTree): Danger | undefined {
  const lines = tree.text.split('\n');
  const start = lines.slice(0, location.line - 1).reduce((sum, line) => sum + line.length + 1, 0);
  const line = lines[location.line - 1] ?? '';
  const end = start + lines.slice(location.line - 1, location.endLine ?? location.line).join('\n').length;
  const from = start + (location.column === undefined ? line.length - line.trimStart().length : location.column - 1);
  const risky = riskyCode(tree.text.slice(from, end))[0] ?? riskyCode(snippet)[0];
  const at = risky === undefined ? -1 : tree.text.indexOf(risky.code.slice(0, 4), from);
  const node = actionAround(tree.nodeAt(at >= from && at < end ? at : from));
  return node && { code: plainCode(node), node };
}

/** The call or assignment that a node is the beginning of, else its statement. */
function actionAround(start: SyntaxNode | undefined): SyntaxNode | undefined {
  if (start === undefined) return undefined;
  const { calls, blocks } = start.tree.profile;
  let statement = start;
  for (
    let node: SyntaxNode | undefined = start;
    node !== undefined && !blocks.includes(node.kind);
    node = node.parent
  ) {
    if (
      calls.some(({ kind }) => kind === node?.kind) ||
      /^(?:augmented_)?assignment(?:_expression)?$|^jsx_attribute$/u.test(node.kind)
    )
      return node;
    statement = node;
  }
  const first = statement.find(calls.map(({ kind }) => kind))[0];
  return first ?? statement;
}

/** Where some code stands in a tree. */
export function occurrences(code: string, kind: string, tree: SyntaxTree): readonly SyntaxNode[] {
  const word = /[\p{L}_$][\p{L}\p{N}_$]*/u.exec(code)?.[0] ?? '';
  if (!tree.text.includes(word)) return [];
  return tree.root.find([kind]).filter((node) => plainCode(node) === code);
}

/** The code of a finding in a language whose trees are not compared. */
export function dangerousText({ location, snippet }: Finding, text: string): string {
  const line = text.split('\n')[location.line - 1] ?? '';
  return normaliseCode(snippet.trim() === '' ? line : snippet);
}
