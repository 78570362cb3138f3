import type { ChangedFile } from '../read-change.ts';
import { fileAt, hunkNear, readFile, type ReadFile } from './hunk.ts';
import type { LineChange } from './line-changes.ts';

/** A line of code around what is told; `-` stands in the base only, `+` in the judged version only. */
export interface ExcerptLine {
  readonly mark: ' ' | '-' | '+';
  /** Counts from 1, in the base for `-` and else in the judged version. */
  readonly line: number;
  readonly text: string;
}

/** Code before and after, as far as a person needs it. */
export interface Excerpt {
  readonly file: string;
  readonly lines: readonly ExcerptLine[];
  /** How many lines of a long change are left out. */
  readonly leftOut: number;
}

const CONTEXT = 3;
/** Of each side. A change that is longer is looked at with git; this is to know it by. */
const MOST_LINES = 12;
/** Farther away a change says nothing about the line. */
const NEAR = 8;

/** Where to look. */
export interface Place {
  readonly file: string;
  readonly line: number | null;
  /** What was matched, in the base or in the judged version: a long change is shown from there. */
  readonly code: string | undefined;
}

/** The code around a place before and after; `undefined` where it cannot be shown as text. */
export function excerptAt(files: readonly ChangedFile[], { file: path, line, code }: Place): Excerpt | undefined {
  const file = fileAt(files, path);
  const read = file && readFile(file);
  const at = line ?? 1;
  const hunk = read && hunkNear(read, at);
  if (read === undefined || hunk === undefined) return undefined;
  const side = read.file.head === undefined ? 'base' : 'head';
  const isNear = line === null || (hunk[side].from - NEAR < at && at <= hunk[side].to + NEAR);
  if (!isNear) return { file: path, lines: span(read[side], at - 1 - CONTEXT, at + CONTEXT, ' '), leftOut: 0 };
  return { file: path, ...aroundHunk(read, hunk, { line: at, code: code?.split('\n', 1)[0]?.trim() || undefined }) };
}

function aroundHunk(
  { base, head }: ReadFile,
  { base: was, head: is }: LineChange,
  { line, code }: { readonly line: number; readonly code: string | undefined },
): Omit<Excerpt, 'file'> {
  const hasCode = ({ text }: ExcerptLine): boolean => code !== undefined && text.includes(code);
  const gone = shortened(span(base, was.from, was.to, '-'), hasCode);
  const come = shortened(span(head, is.from, is.to, '+'), (one) => one.line === line || hasCode(one));
  return {
    lines: [
      ...span(head, is.from - CONTEXT, is.from, ' '),
      ...gone.lines,
      ...come.lines,
      ...span(head, is.to, is.to + CONTEXT, ' '),
    ],
    leftOut: gone.leftOut + come.leftOut,
  };
}

function span(lines: readonly string[], from: number, to: number, mark: ExcerptLine['mark']): readonly ExcerptLine[] {
  const start = Math.max(0, from);
  // What follows the last newline is no line.
  const end = Math.min(to, lines.at(-1) === '' ? lines.length - 1 : lines.length);
  return lines.slice(start, Math.max(start, end)).map((text, at) => ({ mark, line: start + at + 1, text }));
}

function shortened(lines: readonly ExcerptLine[], isHere: (line: ExcerptLine) => boolean): Omit<Excerpt, 'file'> {
  const leftOut = Math.max(0, lines.length - MOST_LINES);
  const from = Math.min(leftOut, Math.max(0, lines.findIndex(isHere) - MOST_LINES / 2));
  return { lines: lines.slice(from, from + MOST_LINES), leftOut };
}
