import type { SyntaxNode } from '@pawl/syntax';
import { plainCode } from '../plain-code.ts';

/** A statement longer than this is no statement but a program. */
const LONGEST = 4_000;

/**
 * The code of the statement that a comment stands in, or of the next one after it; of what has a body, its head. Normalised, so that a
 * formatter that breaks a line in two changes nothing.
 */
export function statementAt(comment: SyntaxNode, isBeside: boolean): string {
  const node = isBeside ? codeOnLine(comment) : nextCode(comment);
  if (node === undefined) return '';
  const statement = outermost(node);
  const body = statement.find(statement.tree.profile.blocks).find(({ id }) => id !== statement.id);
  const text = plainCode(statement);
  if (body === undefined) return text.slice(0, LONGEST);
  const head = statement.tree.text.slice(statement.startOffset, body.startOffset);
  return head
    .replace(/\/\/[^\n]*|#[^\n]*/gu, '')
    .replace(/\s+/gu, '')
    .slice(0, LONGEST);
}

function codeOnLine(comment: SyntaxNode): SyntaxNode | undefined {
  const { text, profile } = comment.tree;
  for (let offset = comment.startOffset - 1; offset >= 0 && text[offset] !== '\n'; offset--) {
    if (/\s/u.test(text[offset] ?? '')) continue;
    const node = comment.tree.nodeAt(offset);
    return node && profile.comments.includes(node.kind) ? undefined : node;
  }
  return undefined;
}

function nextCode(comment: SyntaxNode): SyntaxNode | undefined {
  const { text, profile } = comment.tree;
  const rest = /\S/gu;
  for (rest.lastIndex = comment.endOffset; ;) {
    const match = rest.exec(text);
    if (match === null) return undefined;
    const node = comment.tree.nodeAt(match.index);
    if (node === undefined || !profile.comments.includes(node.kind)) return node;
    rest.lastIndex = Math.max(node.endOffset, match.index + 1);
  }
}

/** Up to what stands in a block, with the statements around it left out. */
function outermost(node: SyntaxNode): SyntaxNode {
  const { blocks } = node.tree.profile;
  let statement = node;
  while (statement.parent !== undefined && !blocks.includes(statement.parent.kind)) statement = statement.parent;
  return statement;
}
