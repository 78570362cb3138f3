import { symbolOf } from '@pawl/syntax';
import type { CodeLine } from './code-lines.ts';
import type { Way } from './evidence.ts';

/**
 * Whether all lines that went stood in functions, or files, that went whole. Features tell a line that went with its function from
 * one that was lost, and words cannot: they would hold a feature's own guards against its removal. A name that went elsewhere too, as from a
 * list of middleware, was lost there.
 */
export function isRemovedWhole(lines: readonly CodeLine[], { signs }: Pick<Way, 'signs'>): boolean {
  const gone = new Set(signs.flatMap(({ stays, symbol }) => (stays || symbol === '' ? [] : [symbol])));
  const said = lines.filter(({ text }) => /\w/u.test(text));
  return said.length > 0 && said.every((line) => line.side.pair.head === undefined || gone.has(symbolAt(line)));
}

/** What the end of a line belongs to: the line that opens a function belongs to it. */
function symbolAt({ side, end }: CodeLine): string {
  const node = side.tree.nodeAt(end);
  return node === undefined ? '' : symbolOf(node);
}
