import type { FilePair, SourceText } from '@pawl/invariants';
import { languageOf, scriptsIn, symbolOf, type Syntax, type SyntaxTree } from '@pawl/syntax';
import { changedLines } from './changed-lines.ts';

/** The functions and classes around the changed lines of both sides; empty where all of them are module code. */
export async function changedSymbols(pairs: readonly FilePair[], syntax: Syntax): Promise<ReadonlySet<string>> {
  const symbols = new Set<string>();
  for (const { base, head } of pairs) {
    const lines = changedLines(base?.text, head?.text);
    for (const symbol of await symbolsAt(base, lines.base, syntax)) symbols.add(symbol);
    for (const symbol of await symbolsAt(head, lines.head, syntax)) symbols.add(symbol);
  }
  symbols.delete('');
  return symbols;
}

async function symbolsAt(
  source: SourceText | undefined,
  lines: readonly number[],
  syntax: Syntax,
): Promise<readonly string[]> {
  const tree = source && lines.length > 0 ? await parse(source, syntax) : undefined;
  if (source === undefined || tree === undefined) return [];
  try {
    return wordsOf(source.text, new Set(lines)).flatMap((offset) => {
      const node = tree.nodeAt(offset);
      return node === undefined ? [] : [symbolOf(node)];
    });
  } finally {
    tree.release();
  }
}

/** Where each word of these lines begins: a function may begin and end within one line. */
function wordsOf(text: string, lines: ReadonlySet<number>): readonly number[] {
  let start = 0;
  return text.split('\n').flatMap((line, at) => {
    const offset = start;
    start += line.length + 1;
    return lines.has(at + 1) ? [...line.matchAll(/\w+|[^\w\s]+/gu)].map(({ index }) => offset + index) : [];
  });
}

async function parse({ file, text }: SourceText, syntax: Syntax): Promise<SyntaxTree | undefined> {
  const language = languageOf(file, text.slice(0, 200).split('\n', 1)[0]);
  if (language === undefined) return undefined;
  await syntax.load(language);
  const parsed = syntax.parse(scriptsIn(file, text), language, { tolerateErrors: true });
  return parsed.kind === 'tree' ? parsed.tree : undefined;
}
