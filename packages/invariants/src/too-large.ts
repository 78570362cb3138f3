import type { SyntaxTree } from '@pawl/syntax';
import type { Hunk } from './line-hunks.ts';

/** A short file is read however it is written. */
const SHORT = 50_000;

/** Nodes of a tree for each line: code that people write has ten to twenty, a table of numbers a hundred. */
const MOST_NODES_A_LINE = 400;

/** A quarter of a MiB on one side: more than anybody reads, and what a comparison takes grows with it. */
export const MOST_TOUCHED: number = 1 << 18;

/**
 * Why nobody could say what changed in a minified file: its few lines hold everything. It shows in its shape and not in what it
 * says of itself: a mark such as `@generated` anybody can write (S04), and long lines may be one long string.
 */
export function minified({ text, nodes }: SyntaxTree): string | undefined {
  if (text.length < SHORT) return undefined;
  const mean = Math.round(nodes / text.split('\n').length);
  return mean > MOST_NODES_A_LINE ? `it is minified: a line holds ${mean} pieces of code on average` : undefined;
}

/** Why a change is too large to be compared: what it touches of one side. */
export function touchesTooMuch(text: string, ranges: readonly Hunk['base'][]): string | undefined {
  const lines = text.split('\n');
  let characters = 0;
  for (const { first, last } of ranges)
    for (let line = first; line <= last; line++) characters += (lines[line - 1] ?? '').length + 1;
  return characters > MOST_TOUCHED
    ? `the change touches ${characters} characters of it, more than the ${MOST_TOUCHED} that are compared`
    : undefined;
}
