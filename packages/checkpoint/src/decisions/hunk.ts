import type { ChangedFile } from '../read-change.ts';
import { type LineChange, lineChanges } from './line-changes.ts';

/** A file that differs, line by line; `undefined` where a side cannot be read as text. */
export interface ReadFile {
  readonly file: ChangedFile;
  readonly base: readonly string[];
  readonly head: readonly string[];
  readonly hunks: readonly LineChange[];
}

const known = new WeakMap<ChangedFile, ReadFile>();

/** Compared once: several things may be told of one file. */
export function readFile(file: ChangedFile): ReadFile | undefined {
  const before = known.get(file);
  if (before !== undefined) return before;
  const [base, head] = [linesOf(file.base), linesOf(file.head)];
  if (base === undefined || head === undefined) return undefined;
  const read = { file, base, head, hunks: lineChanges(base, head) };
  known.set(file, read);
  return read;
}

/** The file that a place is in: by its name in head, else by the one that it had at the base. */
export function fileAt(files: readonly ChangedFile[], path: string): ChangedFile | undefined {
  return files.find(({ head }) => head?.file === path) ?? files.find(({ base }) => base?.file === path);
}

/** The change nearest to a line, which counts from 1 in head, or in base where head has no such file. */
export function hunkNear({ hunks, file }: ReadFile, line: number): LineChange | undefined {
  const side = file.head === undefined ? 'base' : 'head';
  return hunks.toSorted((a, b) => distance(a[side], line) - distance(b[side], line))[0];
}

/** How many lines a line is away from a span; 0 within it, and right beside one that is empty. */
function distance({ from, to }: LineChange['head'], line: number): number {
  const [first, last] = from === to ? [from, from + 1] : [from + 1, to];
  return Math.max(first - line, line - last, 0);
}

function linesOf(version: ChangedFile['head']): readonly string[] | undefined {
  if (version === undefined) return [];
  return version.kind === 'text' ? version.text.split('\n') : undefined;
}
