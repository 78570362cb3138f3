import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WORKSPACE } from './workspace.ts';

/** A fenced block of a Markdown page. */
export interface CodeBlock {
  /** The first word after its fence; empty where there is none. */
  readonly language: string;
  /** What stands after the language. */
  readonly rest: string;
  /** Of its opening fence, from 1. */
  readonly line: number;
  /** Of its closing fence, from 1. */
  readonly end: number;
  /** What it stands under; empty before the first heading. */
  readonly heading: string;
  /** The paragraph right above it; empty where a heading, a table or another block stands there. */
  readonly before: string;
  /** Each line with its end, without the indentation of the fence. */
  readonly text: string;
}

const FENCE = /^(\s*)(`{3,}|~{3,})\s*(.*?)\s*$/u;

/** Every fenced block of a page, in its order. A fence that nothing closes reaches to the end of the page. */
export function codeBlocks(page: string): readonly CodeBlock[] {
  const lines = page.replace(/\n$/u, '').split('\n');
  const blocks: CodeBlock[] = [];
  let heading = '';
  for (let at = 0; at < lines.length; at += 1) {
    const [, indent = '', fence, info = ''] = FENCE.exec(lines[at] ?? '') ?? [];
    heading = /^#+ (.*)$/u.exec(lines[at] ?? '')?.[1] ?? heading;
    if (fence === undefined) continue;
    const closing = lines.findIndex((line, index) => index > at && closes(line, fence));
    const end = closing === -1 ? lines.length : closing;
    const text = lines
      .slice(at + 1, end)
      .map((line) => `${line.startsWith(indent) ? line.slice(indent.length) : line}\n`);
    const [language = '', ...rest] = info.split(/\s+/u);
    const before = paragraphAbove(lines, at);
    blocks.push({ language, rest: rest.join(' '), line: at + 1, end: end + 1, heading, before, text: text.join('') });
    at = end;
  }
  return blocks;
}

/** The output that a page shows of a block: the `text` block right below it. */
export function outputBelow(page: string, block: CodeBlock): CodeBlock | undefined {
  const next = codeBlocks(page).find(({ line }) => line > block.end);
  if (next?.language !== 'text' || next.rest !== '') return undefined;
  const between = page.split('\n').slice(block.end, next.line - 1);
  return between.every((line) => line.trim() === '') ? next : undefined;
}

/** The lines of a document's shell blocks, by the heading that they stand under. */
export async function shellBlocks(document: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const blocks = new Map<string, readonly string[]>();
  for (const { language, rest, heading, text } of codeBlocks(await readFile(join(WORKSPACE, document), 'utf8'))) {
    if (language !== 'sh' || rest !== '') continue;
    blocks.set(heading, [...(blocks.get(heading) ?? []), ...text.replace(/\n$/u, '').split('\n')]);
  }
  return blocks;
}

function closes(line: string, fence: string): boolean {
  const [, , found = '', info] = FENCE.exec(line) ?? [];
  return found.startsWith(fence) && info === '';
}

function paragraphAbove(lines: readonly string[], at: number): string {
  const above = lines.slice(0, at);
  while (above.at(-1)?.trim() === '') above.pop();
  const paragraph: string[] = [];
  for (let line = above.pop(); line !== undefined && line.trim() !== '' && !FENCE.test(line); line = above.pop()) {
    if (/^(?:#+ |\||<!--)/u.test(line)) break;
    paragraph.unshift(line.trim());
  }
  return paragraph.join(' ');
}
