/** A string, a comment, a bracket or any other character. Python 3.12's quotes within quotes of an f-string are not followed. */
const TOKEN = /'''[^]*?'''|"""[^]*?"""|'(?:\\[^]|[^'\\\n])*'|"(?:\\[^]|[^"\\\n])*"|#[^\n]*|[^]/gu;

/**
 * The line on which the brackets after `def name` close: the result is in there, and the body is not a part of what it
 * is known by. The first line where they do not close up to `last`.
 */
export function signatureEnd(lines: readonly string[], first: number, last: number): number {
  let [line, depth] = [first, 0];
  for (const [token] of lines
    .slice(first - 1, last)
    .join('\n')
    .matchAll(TOKEN)) {
    line += token.split('\n').length - 1;
    if ('([{'.includes(token)) depth += 1;
    if (')]}'.includes(token) && (depth -= 1) === 0) return line;
  }
  return first;
}
