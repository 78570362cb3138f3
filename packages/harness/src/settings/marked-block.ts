import { HarnessError } from '../harness-error.ts';

const BEGIN = '# >>> pawl';
/** Where the file had no line end before our block, the block brings one and takes it along. */
const JOINED = '# >>> pawl (with the line end before)';
const END = '# <<< pawl';
const MARKERS = /^# (?:>>> pawl(?: \(with the line end before\))?|<<< pawl)[ \t]*$/gmu;

/** A file around our marked lines, and those lines where there are any. */
export interface Marked {
  readonly before: string;
  readonly block: string | undefined;
  readonly after: string;
}

/** Finds our lines in a script or a settings file with `#` comments. Two blocks, or half of one, are an error. */
export function findMarked(text: string, file: string): Marked {
  const [begin, end, ...more] = [...text.matchAll(MARKERS)];
  if (begin === undefined) return { before: text, block: undefined, after: '' };
  if (end === undefined || more.length > 0 || begin[0].trimEnd() === END || end[0].trimEnd() !== END) {
    throw damaged(`${file}: the marker lines "${BEGIN}" and "${END}" do not pair up.`, file);
  }
  const lineEnd = /^\r?\n?/u.exec(text.slice(end.index + end[0].length))?.[0] ?? '';
  const start = begin[0].trimEnd() === JOINED ? begin.index - lineEndBefore(text, begin.index) : begin.index;
  const stop = end.index + end[0].length + lineEnd.length;
  return { before: text.slice(0, start), block: text.slice(start, stop), after: text.slice(stop) };
}

/** Our lines, to stand behind this text. */
export function markedBlock(before: string, lines: readonly string[], eol: string): string {
  const joined = before !== '' && !/[\r\n]$/u.test(before);
  return `${joined ? eol : ''}${[joined ? JOINED : BEGIN, ...lines, END].join(eol)}${eol}`;
}

export function damaged(message: string, file: string): HarnessError {
  return new HarnessError('damaged-block', message, {
    next: `Remove Pawl's lines from ${file} by hand, then run this again.`,
  });
}

function lineEndBefore(text: string, index: number): number {
  if (text.startsWith('\r\n', index - 2)) return 2;
  return index > 0 ? 1 : 0;
}
