/** The lines of a text on which a pattern matches; it has the flag `g`. */
export function markedLines(text: string, mark: RegExp): readonly number[] {
  const lines = new Set<number>();
  let line = 1;
  let from = 0;
  for (const { index } of text.matchAll(mark)) {
    for (let end = text.indexOf('\n', from); end !== -1 && end < index; end = text.indexOf('\n', from)) {
      line++;
      from = end + 1;
    }
    lines.add(line);
  }
  return [...lines];
}
