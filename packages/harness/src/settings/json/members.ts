import { createScanner, type Node } from 'jsonc-parser';
import { type Layout, layoutBeside, eolOf, unitOf } from './layout.ts';

const COMMA = 5;
const LINE_COMMENT = 12;
const BLOCK_COMMENT = 13;

/** What stands between one member and the next or the closing bracket. */
interface Gap {
  readonly comma: number | undefined;
  /** Behind the last comma or comment: only white space follows. */
  readonly end: number;
  readonly endsInLineComment: boolean;
}

/** Adds a member at the end of a list or an object. No byte that was there changes or goes. */
export function insertMember(text: string, container: Node, render: (layout: Layout) => string): string {
  const last = container.children?.at(-1);
  if (last === undefined) {
    const inline = { eol: eolOf(text), unit: unitOf(text), indent: undefined };
    return splice(text, container.offset + 1, 0, render(inline));
  }
  const layout = layoutBeside(text, last);
  const gap = gapAfter(text, last.offset + last.length, container.offset + container.length - 1);
  const start = layout.indent !== undefined ? layout.eol + layout.indent : gap.endsInLineComment ? layout.eol : ' ';
  const member = start + render(layout);
  if (gap.comma !== undefined) return splice(text, gap.end, 0, `${member},`);
  return splice(splice(text, gap.end, 0, member), last.offset + last.length, 0, ',');
}

/**
 * Takes a member away with the comma that came with it: the exact reverse of `insertMember`. The white space before it goes
 * too; before the first of several it stays, because that is how a container tells whose it is.
 */
export function removeMember(text: string, container: Node, member: Node): string {
  const members = container.children ?? [];
  const at = members.indexOf(member);
  const previous = members[at - 1];
  const next = members[at + 1];
  const end = member.offset + member.length;
  const { comma } = gapAfter(text, end, next?.offset ?? container.offset + container.length - 1);
  const before = gapAfter(text, previous ? previous.offset + previous.length : container.offset + 1, member.offset);

  const isFirstOfSeveral = previous === undefined && next !== undefined;
  const start = isFirstOfSeveral ? member.offset : whiteSpaceBefore(text, member.offset);
  const stop = comma === undefined ? end : isFirstOfSeveral ? whiteSpaceAfter(text, comma + 1) : comma + 1;
  // Comments between the member and its comma are the user's.
  const between = comma === undefined ? '' : text.slice(end, comma);
  // What follows must not become a part of the comment that stood on the line before.
  const line = before.endsInLineComment && !isFirstOfSeveral && !/^\s*[\r\n]/u.test(between + text.slice(stop));
  const without = splice(text, start, stop - start, (line ? eolOf(text) : '') + between);

  const isLast = comma === undefined && previous !== undefined;
  return isLast && before.comma !== undefined ? splice(without, before.comma, 1, '') : without;
}

/** Whether Pawl made this list or object: it puts white space behind the bracket, and none into one that it found empty. */
export function isOwnContainer(text: string, container: Node): boolean {
  return /\s/u.test(text.charAt(container.offset + 1));
}

function gapAfter(text: string, from: number, to: number): Gap {
  const scanner = createScanner(text.slice(from, to), false);
  let gap: Gap = { comma: undefined, end: from, endsInLineComment: false };
  for (let token: number = scanner.scan(); scanner.getTokenLength() > 0; token = scanner.scan()) {
    const offset = from + scanner.getTokenOffset();
    if (token !== COMMA && token !== LINE_COMMENT && token !== BLOCK_COMMENT) continue;
    gap = {
      comma: token === COMMA ? offset : gap.comma,
      end: offset + scanner.getTokenLength(),
      endsInLineComment: token === LINE_COMMENT,
    };
  }
  return gap;
}

function whiteSpaceBefore(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && /\s/u.test(text.charAt(start - 1))) start -= 1;
  return start;
}

function whiteSpaceAfter(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && /\s/u.test(text.charAt(end))) end += 1;
  return end;
}

function splice(text: string, offset: number, length: number, insert: string): string {
  return text.slice(0, offset) + insert + text.slice(offset + length);
}
