import type { SyntaxNode, SyntaxTree } from '@pawl/syntax';
import { type Change, type Side, sidesOf } from '../change.ts';
import type { Hunk } from '../line-hunks.ts';
import { subtractBoth } from '../multiset.ts';

/** One line of code that only one version has, without its comments. */
export interface CodeLine {
  readonly text: string;
  readonly side: Side;
  /** Where its last character stands in the file: behind it is what the line opens. */
  readonly end: number;
}

export interface LinesLostAndGained {
  readonly lost: readonly CodeLine[];
  readonly gained: readonly CodeLine[];
}

/** A line of data may be a megabyte long; what tells is at its start. */
const LONGEST = 400;

/** The lines of code that went and that came. One that stands elsewhere in the change has moved, and is neither. */
export function linesLostAndGained(change: Change): LinesLostAndGained {
  const { base, head } = subtractBoth(linesOf(change, 'base'), linesOf(change, 'head'), ({ text }) => text);
  return { lost: base, gained: head };
}

/** How many lines of code differ, place by place: one that moved is taken from one place and put in another. */
export function linesEdited({ pairs }: Change): { readonly lost: number; readonly gained: number } {
  const edits = pairs.flatMap(({ base, head, hunks }) =>
    hunks.map((hunk) => subtractBoth(linesAt(hunk, base), linesAt(hunk, head), ({ text }) => text)),
  );
  const count = (which: Side['which']): number => edits.reduce((sum, edit) => sum + edit[which].length, 0);
  return { lost: count('base'), gained: count('head') };
}

function linesOf(change: Change, which: Side['which']): readonly CodeLine[] {
  return sidesOf(change, which).flatMap((side) => side.pair.hunks.flatMap((hunk) => linesAt(hunk, side)));
}

function linesAt(hunk: Hunk, side: Side | undefined): readonly CodeLine[] {
  if (side === undefined) return [];
  const starts = lineStarts(side.tree);
  const { first, last } = hunk[side.which];
  const from = starts[first - 1] ?? side.tree.text.length;
  return linesIn(withoutComments(side.tree, from, starts[last] ?? side.tree.text.length, hunk[side.which]), from, side);
}

function linesIn(code: string, from: number, side: Side): readonly CodeLine[] {
  let start = from;
  return code.split('\n').flatMap((line) => {
    const end = start + line.trimEnd().length - 1;
    start += line.length + 1;
    const text = line.trim().slice(0, LONGEST);
    return text === '' ? [] : [{ text, side, end }];
  });
}

/** Comments are no evidence, and neither is a string that is a statement: a sentence about an attack is no defence. */
function withoutComments(
  tree: SyntaxTree,
  from: number,
  to: number,
  range: Side['pair']['hunks'][number]['base'],
): string {
  const { comments, strings } = tree.profile;
  const isComment = (node: SyntaxNode): boolean => comments.includes(node.kind) || isStatement(node);
  let code = tree.text.slice(from, to);
  for (const node of tree.root.find([...comments, ...strings], range).filter(isComment)) {
    const [start, end] = [Math.max(0, node.startOffset - from), Math.max(0, node.endOffset - from)];
    code = code.slice(0, start) + code.slice(start, end).replace(/[^\n]/gu, ' ') + code.slice(end);
  }
  return code;
}

function isStatement({ parent }: SyntaxNode): boolean {
  return parent?.kind === 'expression_statement' && parent.namedChildren.length === 1;
}

const known = new WeakMap<SyntaxTree, readonly number[]>();

function lineStarts(tree: SyntaxTree): readonly number[] {
  const starts = known.get(tree) ?? findLineStarts(tree.text);
  known.set(tree, starts);
  return starts;
}

function findLineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}
