import { toldOutput } from './told-output.ts';

export interface Example {
  readonly language: 'ts' | 'js' | 'sh';
  /** Of its opening fence in the README, from 1. */
  readonly line: number;
  readonly code: string;
  /** All that it prints; `undefined` where the README does not say: then any output is right, of a shell block only. */
  readonly prints: string | undefined;
}

interface Block {
  readonly info: string;
  readonly line: number;
  readonly text: string;
  /** Of the line after its closing fence. */
  readonly end: number;
}

/**
 * Every block in ts, js and sh of a README, in its order, with what it says that it prints: in a following `text` block, else
 * in the comments after each `console.log`. A block whose fence says `fragment` after its language is none.
 */
export function examplesOf(readme: string): readonly Example[] {
  const lines = readme.split('\n');
  const blocks = blocksOf(lines);
  return blocks.flatMap((block, index) => {
    const { info: language, line, text: code } = block;
    if (language !== 'ts' && language !== 'js' && language !== 'sh') return [];
    const following = outputBlock(lines, block, blocks[index + 1]);
    return [{ language, line, code, prints: following ?? (language === 'sh' ? undefined : toldOutput(code)) }];
  });
}

function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  let start = -1;
  for (const [index, line] of lines.entries()) {
    if (!line.startsWith('```')) continue;
    if (start < 0) start = index;
    else {
      const text = lines.slice(start + 1, index).map((each) => `${each}\n`);
      blocks.push({ info: (lines[start] ?? '').slice(3), line: start + 1, text: text.join(''), end: index + 1 });
      start = -1;
    }
  }
  return blocks;
}

function outputBlock(lines: readonly string[], { end }: Block, next: Block | undefined): string | undefined {
  if (next?.info !== 'text') return undefined;
  const isDirectlyBelow = lines.slice(end, next.line - 1).every((line) => line === '');
  return isDirectlyBelow ? next.text : undefined;
}
