/** Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A string, a comment, a bracket or any other character. Python 3.12's quotes within quotes of an f-string are not followed. */
const TOKEN = /[rbfu]*(?:'''[^]*?'''|"""[^]*?"""|'(?:\\[^]|[^'\\\r\n])*'|"(?:\\[^]|[^"\\\r\n])*")|#[^\r\n]*|[^]/giu;
/** A call that is longer keeps the range that Ruff gave it. */
const MAX_LINES = 200;

/**
 * Where Ruff marks only what is called, the range with the arguments. Otherwise `os.system(a)` and `os.system(b)` would
 * have one identity, and the one could be put in the place of the other unnoticed.
 */
export function wholeCall(range: Range, lines: readonly string[]): Range {
  const line = lines[range.endLine - 1] ?? '';
  if (line[range.endColumn - 1] !== '(') return range;
  const rest = [line.slice(range.endColumn - 1), ...lines.slice(range.endLine, range.endLine + MAX_LINES)].join('\n');
  const call = upToClosingBracket(rest);
  if (call === undefined) return range;
  const passed = call.split('\n');
  const last = passed.at(-1) as string;
  return passed.length === 1
    ? { ...range, endColumn: range.endColumn + last.length }
    : { ...range, endLine: range.endLine + passed.length - 1, endColumn: last.length + 1 };
}

function upToClosingBracket(text: string): string | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if ('([{'.includes(token)) depth += 1;
    if (')]}'.includes(token)) depth -= 1;
    if (depth === 0) return text.slice(0, index + 1);
  }
  return undefined;
}
