import { columnsOf, cut, visible } from '@pawl/report';
import type { CodePaint } from '../paint.ts';
import { syntaxColour } from './syntax-colour.ts';

export interface MarkdownScreen {
  readonly paint: CodePaint;
  readonly columns: number;
  /** Where a link leads for whoever reads it here; an address of the web stays as it is. */
  readonly addressOf?: (address: string) => string;
}

/**
 * As much of Markdown as the pages of rules use: headings, paragraphs, lists, blocks of code, and code, strong words and
 * links within a line. Whatever else stands there is shown as it stands.
 */
export function markdownLines(markdown: string, screen: MarkdownScreen): readonly string[] {
  return blocksIn(markdown).flatMap((block, at) => [...(at === 0 ? [] : ['']), ...blockLines(block, screen)]);
}

type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'code'; readonly language: string; readonly lines: readonly string[] };

const FENCE = /^```(\w*)/u;

function blocksIn(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  const lines = markdown.split('\n');
  for (let at = 0; at < lines.length;) {
    const [block, after] = blockAt(lines, at);
    if (block !== undefined) blocks.push(block);
    at = after;
  }
  return blocks;
}

/** What begins at a line, and the line behind it. */
function blockAt(lines: readonly string[], at: number): readonly [block: Block | undefined, after: number] {
  const line = lines[at] ?? '';
  if (line.trim() === '') return [undefined, at + 1];
  if (line.startsWith('#')) return [{ kind: 'heading', text: line.replace(/^#+ /u, '') }, at + 1];
  const language = FENCE.exec(line)?.[1];
  if (language !== undefined) {
    const end = indexFrom(lines, at + 1, (each) => each.startsWith('```'));
    return [{ kind: 'code', language, lines: lines.slice(at + 1, end) }, end + 1];
  }
  const end = endOfText(lines, at);
  const inner = lines.slice(at, end);
  return [
    line.startsWith('- ') ? { kind: 'list', items: itemsIn(inner) } : { kind: 'paragraph', text: inner.join(' ') },
    end,
  ];
}

function indexFrom(lines: readonly string[], from: number, is: (line: string) => boolean): number {
  const found = lines.slice(from).findIndex(is);
  return found === -1 ? lines.length : from + found;
}

/** A paragraph or a list ends where a line is empty or another block begins. */
function endOfText(lines: readonly string[], from: number): number {
  const isList = lines[from]?.startsWith('- ') === true;
  const ends = (line: string): boolean =>
    line.trim() === '' || FENCE.test(line) || line.startsWith('#') || (!isList && line.startsWith('- '));
  return indexFrom(lines, from + 1, ends);
}

function itemsIn(lines: readonly string[]): readonly string[] {
  const items: string[] = [];
  for (const line of lines)
    if (line.startsWith('- ')) items.push(line.slice(2));
    else items.push(`${items.pop() ?? ''} ${line.trim()}`.trim());
  return items;
}

function blockLines(block: Block, screen: MarkdownScreen): readonly string[] {
  const { paint, columns } = screen;
  switch (block.kind) {
    case 'heading':
      return filled(spansIn(block.text, screen), columns).map(paint.bold);
    case 'paragraph':
      return filled(spansIn(block.text, screen), columns);
    case 'list':
      return block.items.flatMap((item) =>
        filled(spansIn(item, screen), columns - 4).map((line, at) => `${at === 0 ? '  - ' : '    '}${line}`),
      );
    case 'code':
      return block.lines.map((line) => codeLine(line, block.language, screen));
  }
}

const CODE_INDENT = 4;

function codeLine(line: string, language: string, { paint, columns }: MarkdownScreen): string {
  const text = cut(visible(line.replaceAll('\t', '    ')), columns - CODE_INDENT);
  if (text === '') return '';
  const painted =
    language === 'diff'
      ? ({ '-': paint.red, '+': paint.green }[text[0] as '-' | '+']?.(text) ?? paint.dim(text))
      : syntaxColour(`x.${language}`, paint)(text);
  return `${' '.repeat(CODE_INDENT)}${painted}`;
}

interface Span {
  readonly text: string;
  readonly paint: (text: string) => string;
}

const same = (text: string): string => text;
const INLINE = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^)\s]+)\)/gu;

function spansIn(text: string, { paint, addressOf = same }: MarkdownScreen): readonly Span[] {
  const spans: Span[] = [];
  let done = 0;
  for (const { 0: all, 1: code, 2: strong, 3: link, 4: address, index } of text.matchAll(INLINE)) {
    spans.push({ text: text.slice(done, index), paint: same });
    if (code !== undefined) spans.push({ text: code, paint: paint.cyan });
    else if (strong !== undefined) spans.push({ text: strong, paint: paint.bold });
    else if (link !== undefined && address !== undefined)
      spans.push({ text: link, paint: same }, { text: ` (${addressOf(address)})`, paint: paint.dim });
    done = index + all.length;
  }
  return [...spans, { text: text.slice(done), paint: same }];
}

/** Lines of at most so many columns. What has no blank in between stays together, whatever its colours. */
function filled(spans: readonly Span[], columns: number): readonly string[] {
  const lines: string[] = [];
  let [line, width] = ['', 0];
  for (const word of wordsIn(spans)) {
    const wide = columnsOf(word.map(({ text }) => text).join(''));
    const painted = word.map(({ text, paint }) => (text === '' ? '' : paint(text))).join('');
    if (width > 0 && width + 1 + wide > columns) {
      lines.push(line);
      [line, width] = [painted, wide];
    } else {
      line = width === 0 ? painted : `${line} ${painted}`;
      width += wide + (width === 0 ? 0 : 1);
    }
  }
  return [...lines, line];
}

function wordsIn(spans: readonly Span[]): readonly (readonly Span[])[] {
  const words: Span[][] = [[]];
  for (const { text, paint } of spans)
    text.split(/ +/u).forEach((piece, at) => {
      if (at > 0) words.push([]);
      // Each on its own: any word may begin a line, and none may begin as an order to a build server does.
      if (piece !== '') words.at(-1)?.push({ text: visible(piece), paint });
    });
  return words.filter((word) => word.length > 0);
}
