import { positionsIn } from '@pawl/scanner';
import type { Result } from './report.ts';
import { signatureEnd } from './signature-end.ts';

/** Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. Without columns, whole lines. */
export interface Place {
  readonly line: number;
  readonly column?: number;
  readonly endLine: number;
  readonly endColumn?: number;
}

type Kind = 'node' | 'line' | 'lines' | 'signature' | 'text';

/**
 * How Bandit places the results of a test. Where it is not at the node itself, its numbers are of different things: of a
 * string it gives the column, but the lines of the whole statement, and of a function all lines of the body.
 */
const KINDS: Readonly<Record<string, Kind>> = {
  B104: 'line',
  B105: 'line',
  B107: 'signature',
  B108: 'line',
  B503: 'signature',
  // The string alone does not tell what is put into it.
  B608: 'lines',
  B613: 'text',
};

/** Says where a result stands in a text. @throws Error where the text has no such line. */
export function placesIn(text: string): (result: Result) => Place {
  const lines = text.split(/\r\n|\r|\n/u);
  return (result) => {
    const kind = Object.hasOwn(KINDS, result.test) ? KINDS[result.test] : 'node';
    const place = placeOf(kind as Kind, result, lines, text);
    if (place.endLine > lines.length || place.line > place.endLine)
      throw new Error(`${result.test} stands where the file has no line`);
    return place;
  };
}

function placeOf(kind: Kind, result: Result, lines: readonly string[], text: string): Place {
  const [first, last] = result.lines;
  if (kind === 'line') return { line: result.line, endLine: result.line };
  if (kind === 'lines') return { line: first, endLine: last };
  if (kind === 'signature') return { line: first, endLine: signatureEnd(lines, first, last) };
  if (kind === 'text') return lineOfText(text, result.line);
  const column = columnAt(lines, first, result.column);
  const endColumn = columnAt(lines, last, result.endColumn);
  const isRange = column !== undefined && endColumn !== undefined && (first < last || column < endColumn);
  return isRange ? { line: first, column, endLine: last, endColumn } : { line: first, endLine: last };
}

/** From bytes of UTF-8 to UTF-16 units; `undefined` where that is not between two characters of the line. */
function columnAt(lines: readonly string[], line: number, bytes: number): number | undefined {
  // Python does not see a byte order mark.
  const mark = line === 1 && lines[0]?.startsWith('\uFEFF') ? 1 : 0;
  let [units, left] = [mark, bytes];
  for (const character of lines[line - 1]?.slice(mark) ?? '') {
    if (left <= 0) break;
    left -= bytesOf(character);
    units += character.length;
  }
  return left === 0 ? units + 1 : undefined;
}

function bytesOf(character: string): number {
  const code = character.codePointAt(0) as number;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
}

/** B613 counts lines as Python's `splitlines` does, which ends them at form feeds and U+2028 too. */
function lineOfText(text: string, line: number): Place {
  const starts = [
    0,
    ...[...text.matchAll(/\r\n|[\n\r\v\f\x1C-\x1E\x85\u2028\u2029]/gu)].map((end) => end.index + end[0].length),
  ];
  const start = starts[line - 1];
  if (start === undefined) throw new Error('B613 stands where the file has no line');
  const at = positionsIn(text)(start).line;
  return { line: at, endLine: at };
}
