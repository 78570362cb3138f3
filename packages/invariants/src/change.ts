import type { SyntaxNode, SyntaxTree } from '@pawl/syntax';
import type { Hunk } from './line-hunks.ts';
import type { SourceText } from './source-text.ts';

/** One version of a changed file, parsed. */
export interface Side {
  readonly which: 'base' | 'head';
  readonly source: SourceText;
  readonly tree: SyntaxTree;
  readonly pair: ChangedPair;
}

/** A file whose text differs between base and head, as far as it could be parsed. */
export interface ChangedPair {
  readonly base: Side | undefined;
  readonly head: Side | undefined;
  readonly hunks: readonly Hunk[];
}

export interface Change {
  readonly pairs: readonly ChangedPair[];
}

export function sidesOf(change: Change, which: Side['which']): readonly Side[] {
  return change.pairs.flatMap((pair) => pair[which] ?? []);
}

/** The change undone. */
export function reversed({ pairs }: Change): Change {
  return { pairs: pairs.map(reversedPair) };
}

function reversedPair({ base, head, hunks }: ChangedPair): ChangedPair {
  const pair: { base: Side | undefined; head: Side | undefined; readonly hunks: readonly Hunk[] } = {
    base: undefined,
    head: undefined,
    hunks: hunks.map(({ base: was, head: is, lines }) => ({
      base: is,
      head: was,
      lines: { base: lines.head, head: lines.base },
    })),
  };
  pair.base = head && { ...head, which: 'base', pair };
  pair.head = base && { ...base, which: 'head', pair };
  return pair;
}

/**
 * The nodes of these kinds that a change touched. A fact must depend on the text of its node alone: then facts in what
 * did not change would cancel out, and nobody has to extract them.
 */
export function touched(side: Side, kinds: readonly string[]): readonly SyntaxNode[] {
  const found = new Map<number, SyntaxNode>();
  for (const hunk of side.pair.hunks) {
    for (const node of side.tree.root.find(kinds, hunk[side.which])) found.set(node.id, node);
  }
  return [...found.values()].sort((a, b) => a.startOffset - b.startOffset);
}

/** Whether a node lies in what a change touched. */
export function isTouched(side: Side, node: SyntaxNode): boolean {
  const first = node.start.line;
  const last = node.end.line;
  return side.pair.hunks.some((hunk) => hunk[side.which].first <= last && first <= hunk[side.which].last);
}

/** The line of head that stands where a line of base stood. */
export function lineInHead(pair: ChangedPair, baseLine: number): number {
  return lineAcross(pair, 'base', baseLine);
}

/** The line of the other version that stands where a line of this one stands. */
export function lineAcross({ hunks }: ChangedPair, from: Side['which'], line: number): number {
  const to = from === 'base' ? 'head' : 'base';
  let shift = 0;
  for (const { [from]: here, [to]: there } of hunks) {
    if (line < here.first) break;
    if (line <= here.last) return Math.min(there.last, Math.max(there.first, there.first + line - here.first));
    shift = there.last - here.last;
  }
  return line + shift;
}

const TEST_CODE =
  /(?:^|\/)(?:tests?|__tests__|specs?|e2e|fixtures?|testing|benchmarks?)\/|[._-](?:test|spec)s?\.\w+$|(?:^|\/)(?:test_[^/]*|conftest)\.py$/iu;

/** Whether a file was and is test code. A check in it is a test, not a defence; code that moves into `tests/` stays code. */
export function isTestCode({ base, head }: ChangedPair): boolean {
  return [base, head].every((side) => side === undefined || isTestFile(side.source.file));
}

/** A change without its test code. */
export function withoutTests({ pairs }: Change): Change {
  return { pairs: pairs.filter((pair) => !isTestCode(pair)) };
}

export function isTestFile(file: string): boolean {
  return TEST_CODE.test(file);
}
