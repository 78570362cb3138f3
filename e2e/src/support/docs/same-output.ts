/**
 * What a page shows of an output, and what was printed, with what differs from run to run made the same: ids and case numbers,
 * times, dates, and how far columns are moved by them. A line of the page that is `…` stands for any number of lines.
 */
export function comparable(shown: string, printed: string): { readonly shown: string; readonly printed: string } {
  const [want, have] = [linesOf(shown), linesOf(printed)];
  const left: string[] = [];
  let at = 0;
  for (const [index, line] of want.entries()) {
    if (line !== '…') {
      left.push(have[at] ?? '(nothing more)');
      at += 1;
      continue;
    }
    const next = want[index + 1];
    const found = next === undefined ? have.length : have.indexOf(next, at);
    at = found === -1 ? at : found;
    left.push('…');
  }
  return { shown: want.join('\n'), printed: [...left, ...have.slice(at)].join('\n') };
}

function linesOf(text: string): readonly string[] {
  return usual(text).trimEnd().split('\n');
}

function usual(text: string): string {
  return text
    .replace(/\b(?=[0-9a-f]*\d)[0-9a-f]{7,64}\b/gu, (id) => '0'.repeat(id.length))
    .replace(/\b\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?(?:\.\d+)?Z?)?/gu, '2000-01-01')
    .replace(/\b\d+(?:\.\d+)? (?:ms|s|min)\b/gu, '0 s')
    .replace(/(?<=\S) {2,}/gu, ' ')
    .replace(/ +$/gmu, '');
}
