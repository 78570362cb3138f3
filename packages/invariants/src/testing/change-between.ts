import type { SyntaxNode } from '@pawl/syntax';
import type { Change, ChangedPair, Side } from '../change.ts';
import { lineHunks } from '../line-hunks.ts';
import { readSide } from '../read-side.ts';
import { localSyntax } from './local-syntax.ts';

const syntax = localSyntax();

/** A change to one file, read by the real parser. The name of the file says in which language. */
export async function changeBetween(file: string, base: string, head: string): Promise<Change> {
  const pair: { base: Side | undefined; head: Side | undefined; readonly hunks: ChangedPair['hunks'] } = {
    base: undefined,
    head: undefined,
    hunks: lineHunks(base, head),
  };
  pair.base = await sideOf('base', file, base, pair);
  pair.head = await sideOf('head', file, head, pair);
  return { pairs: [pair] };
}

/** The nodes of one kind in some code. */
export async function nodesIn(file: string, text: string, kind: string): Promise<readonly SyntaxNode[]> {
  const { pairs } = await changeBetween(file, '', text);
  return pairs.flatMap(({ head }) => head?.tree.root.find([kind]) ?? []);
}

async function sideOf(which: Side['which'], file: string, text: string, pair: ChangedPair): Promise<Side> {
  const source = { file, blob: which, text };
  const { tree } = await readSide(source, syntax);
  if (tree === undefined || tree.hasErrors) throw new Error(`The ${which} of ${file} does not parse`);
  return { which, source, tree, pair };
}
