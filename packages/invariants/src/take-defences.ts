import type { Syntax } from '@pawl/syntax';
import type { ChangedPair, Side } from './change.ts';
import { guardFacts } from './guard/guard-facts.ts';
import { conjunctionKey } from './guard/rejections.ts';
import { handlerFacts } from './handler/handler-facts.ts';
import { lineHunks } from './line-hunks.ts';
import { readSide } from './read-side.ts';
import type { SourceText } from './source-text.ts';

/**
 * The defences that stand in one file, each by what it does, to be counted: its guards that leave, and its handlers that raise or act. Two of the same are in
 * it twice. Test code has none. `undefined` where the file could not be read as code. Throws only where a grammar cannot be
 * loaded.
 */
export async function takeDefences(source: SourceText, syntax: Syntax): Promise<readonly string[] | undefined> {
  const { tree } = await readSide(source, syntax);
  if (tree === undefined) return undefined;
  try {
    const pair: { base: Side | undefined } & Omit<ChangedPair, 'base'> = {
      base: undefined,
      head: undefined,
      hunks: lineHunks(source.text, ''),
    };
    const side: Side = { which: 'base', source, tree, pair };
    pair.base = side;
    return [...guardsOf(side), ...handlersOf(side)];
  } finally {
    tree.release();
  }
}

function guardsOf(side: Side): readonly string[] {
  const guards = guardFacts(side).filter(({ form, exit }) => form === 'exit' && exit !== 'dispatch');
  return guards.map(({ rejects }) => `guard ${rejects.map(conjunctionKey).sort().join(' || ')}`);
}

function handlersOf(side: Side): readonly string[] {
  const careful = handlerFacts(side).filter(({ outcome }) => outcome === 'raises' || outcome === 'acts');
  return careful.map(({ key }) => `handler ${key}`);
}
