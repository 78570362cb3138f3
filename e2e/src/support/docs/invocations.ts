import type { DocPage } from './doc-pages.ts';

/** A command line that a page shows, as the words that the program gets. */
export interface Invocation {
  /** The page and the line, from 1. */
  readonly at: string;
  readonly words: readonly string[];
  /** `false` for one within a sentence: it may leave out what has to be said, and name what stands for something. */
  readonly isWhole: boolean;
}

const SHELLS: readonly string[] = ['sh', 'console', 'yaml'];

/** Every command line of a page: those in its blocks, fragments too, and those between backticks. */
export function invocationsOf(page: DocPage): readonly Invocation[] {
  const blocks = page.blocks.flatMap(({ language, line, text }) =>
    SHELLS.includes(language) ? inBlock(page.path, line + 1, text) : [],
  );
  return [...blocks, ...inSentences(page)];
}

function inBlock(path: string, start: number, text: string): readonly Invocation[] {
  const lines = text.replace(/\\\n/gu, '  ').split('\n');
  return lines.flatMap((line, index) =>
    commandsIn(line.replace(/^(?:[$>]|- run:) /u, '')).map((words) => ({
      at: `${path}:${start + index}`,
      words,
      isWhole: true,
    })),
  );
}

function inSentences({ path, text, blocks }: DocPage): readonly Invocation[] {
  return text.split('\n').flatMap((line, index) => {
    if (blocks.some((block) => index + 1 >= block.line && index + 1 <= block.end)) return [];
    return [...line.matchAll(/(?<!`)`([^`]+)`(?!`)/gu)].flatMap(([, code = '']) =>
      commandsIn(withoutNotation(code)).map((words) => ({ at: `${path}:${index + 1}`, words, isWhole: false })),
    );
  });
}

/** `[case]`, `<case>`, `--tier fast|full` and `…` are how one writes about a command; what is left is one that it could be. */
function withoutNotation(code: string): string {
  return code
    .replace(/\\\|/gu, '|')
    .replace(/(?<=[\w"])\|[\w"|-]+/gu, '')
    .replace(/[[\]]|<(?=\w)|(?<=\w)>/gu, ' ')
    .replace(/…/gu, ' ');
}

const WORD = /#.*$|\d?>>?&?|&&|\|\|?|;|(?:\$\([^)]*\)|"[^"]*"|'[^']*'|[^\s"'|;&>])+/gu;

/** The simple commands of a line of shell, without variables that are set for them and where their output goes. */
export function commandsIn(line: string): readonly (readonly string[])[] {
  const words = line.match(WORD) ?? [];
  const commands: string[][] = [[]];
  let isTarget = false;
  for (const word of words) {
    if (word.startsWith('#')) break;
    if (/^(?:&&|\|\|?|;)$/u.test(word)) commands.push([]);
    else if (!isTarget && !/^\d?>/u.test(word)) commands.at(-1)?.push(word.replace(/^(["'])(.*)\1$/u, '$2'));
    isTarget = /^\d?>/u.test(word);
  }
  const inner = words.flatMap((word) => {
    const command = /\$\((.*)\)/u.exec(word)?.[1];
    return command === undefined ? [] : commandsIn(command);
  });
  return [...commands.map(started), ...inner].filter(([name]) => name !== undefined);
}

function started(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => !/^(?:\w+=.*|exec|export|if|then|!|\{)$/u.test(word));
  return first === -1 ? [] : words.slice(first);
}
