import { codeBlocks, outputBelow } from './code-blocks.ts';
import { toldOutput } from './told-output.ts';

export interface Example {
  readonly language: 'ts' | 'js' | 'sh';
  /** Of its opening fence in the README, from 1. */
  readonly line: number;
  readonly code: string;
  /** All that it prints; `undefined` where the README does not say: then any output is right, of a shell block only. */
  readonly prints: string | undefined;
}

/**
 * Every block in ts, js and sh of a README, in its order, with what it says that it prints: in a following `text` block, else
 * in the comments after each `console.log`. A block whose fence says `fragment` after its language is none.
 */
export function examplesOf(readme: string): readonly Example[] {
  return codeBlocks(readme).flatMap((block) => {
    const { language, rest, line, text: code } = block;
    if (rest !== '' || (language !== 'ts' && language !== 'js' && language !== 'sh')) return [];
    const following = outputBelow(readme, block)?.text;
    return [{ language, line, code, prints: following ?? (language === 'sh' ? undefined : toldOutput(code)) }];
  });
}
