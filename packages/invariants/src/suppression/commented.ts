import { normaliseCode } from '@pawl/findings';
import { comments, type SyntaxNode, type SyntaxTree } from '@pawl/syntax';

/** A text and the comments on its lines, which count from 1. */
export interface Commented {
  readonly lines: readonly string[];
  /** The code that was found after a line: thousands of comments may stand one after the other. */
  readonly codeAfterLine: Map<number, string>;
  readonly commentsOn: (line: number) => readonly SyntaxNode[];
}

/** Few lines are asked for one by one; beyond that it is cheaper to have all comments at once. */
const FEW_LINES = 32;

export function commented(tree: SyntaxTree): Commented {
  const byLine = new Map<number, SyntaxNode[]>();
  let asked = 0;
  const isOn = (line: number) => (comment: SyntaxNode) => comment.start.line <= line && line <= comment.end.line;
  const commentsOn = (line: number): readonly SyntaxNode[] => {
    asked++;
    if (asked <= FEW_LINES) return comments(tree, { first: line, last: line }).filter(isOn(line));
    if (asked === FEW_LINES + 1) for (const comment of comments(tree)) addByLine(byLine, comment);
    return byLine.get(line) ?? [];
  };
  return { lines: tree.text.split('\n'), codeAfterLine: new Map(), commentsOn };
}

function addByLine(byLine: Map<number, SyntaxNode[]>, comment: SyntaxNode): void {
  for (let line = comment.start.line; line <= comment.end.line; line++) {
    const list = byLine.get(line);
    if (list) list.push(comment);
    else byLine.set(line, [comment]);
  }
}

/** The code on the lines of a comment, normalised; `''` where it stands alone. */
export function codeBeside(comment: SyntaxNode, source: Commented): string {
  return isAlone(comment, source) ? '' : codeOfLine(comment.start.line, source);
}

/** The first line of code after a comment, normalised; `''` at the end of a text. */
export function codeAfter(comment: SyntaxNode, source: Commented): string {
  const { lines, codeAfterLine } = source;
  const from = comment.end.line;
  let line = from;
  let code = codeAfterLine.get(line);
  while (code === undefined) {
    line++;
    const here = line > lines.length ? '' : codeOfLine(line, source);
    code = here !== '' || line > lines.length ? here : codeAfterLine.get(line);
  }
  for (let passed = from; passed < line; passed++) codeAfterLine.set(passed, code);
  return code;
}

/** Whether a comment has nothing but itself on its lines; `{` and `}` around it are JSX. */
export function isAlone(comment: SyntaxNode, { lines }: Commented): boolean {
  const before = (lines[comment.start.line - 1] ?? '').slice(0, comment.start.column - 1);
  const after = (lines[comment.end.line - 1] ?? '').slice(comment.end.column - 1);
  return ['', '{'].includes(before.trim()) && ['', '}'].includes(after.trim());
}

function codeOfLine(line: number, { lines, commentsOn }: Commented): string {
  let text = lines[line - 1] ?? '';
  if (text.trim() === '') return '';
  for (const comment of commentsOn(line).toReversed()) {
    const from = comment.start.line < line ? 0 : comment.start.column - 1;
    const to = comment.end.line > line ? text.length : comment.end.column - 1;
    text = text.slice(0, from) + text.slice(to);
  }
  const code = normaliseCode(text);
  return code === '{}' ? '' : code;
}
