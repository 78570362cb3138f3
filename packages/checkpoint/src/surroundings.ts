import type { RawFinding, Surroundings } from '@pawl/findings';
import { enclosingSymbol, languageOf, scriptsIn, type Syntax } from '@pawl/syntax';

/** What stands around each finding of one file: the symbol that holds it and the code that it matched. */
export type Surrounder = (findings: readonly RawFinding[], text: string) => Promise<readonly Surroundings[]>;

/** Reads a file once for all its findings: there may be a hundred thousand in it. */
export function surrounder(syntax: Syntax): Surrounder {
  return async (findings, text) => {
    const symbols = await symbolsOf(syntax, findings, text);
    const lines = text.split(/\r\n|\r|\n/u);
    return findings.map((finding, index) => ({ symbol: symbols[index] ?? '', snippet: snippetOf(finding, lines) }));
  };
}

async function symbolsOf(syntax: Syntax, findings: readonly RawFinding[], text: string): Promise<readonly string[]> {
  const file = findings[0]?.file;
  const language = file === undefined ? undefined : languageOf(file, firstLineOf(text));
  if (file === undefined || language === undefined) return [];
  await syntax.load(language);
  // A symbol makes an identity finer. Where the parser gives up there is none, and the finding counts all the same.
  const parsed = syntax.parse(scriptsIn(file, text), language, { tolerateErrors: true });
  if (parsed.kind !== 'tree') return [];
  const symbols = findings.map((finding) => enclosingSymbol(parsed.tree, finding));
  parsed.tree.release();
  return symbols;
}

/** The code of the finding's range; the whole first line where the scanner gives no range. */
function snippetOf({ line, column, endLine, endColumn }: RawFinding, lines: readonly string[]): string {
  const matched = lines.slice(line - 1, endLine ?? line);
  if (column === undefined || endColumn === undefined) return matched.join('\n').trim();
  const last = matched.length - 1;
  return matched
    .map((content, index) => content.slice(index === 0 ? column - 1 : 0, index === last ? endColumn - 1 : undefined))
    .join('\n');
}

export function firstLineOf(text: string): string {
  return text.slice(0, text.search(/[\r\n]|$/u));
}
