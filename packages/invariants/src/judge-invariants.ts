import { suppressionDelta } from '@pawl/baseline';
import { type Coverage, type InvariantFinding, joinCoverage, type Suppression } from '@pawl/findings';
import type { Syntax } from '@pawl/syntax';
import type { Change, ChangedPair, Side } from './change.ts';
import { DEFENCES } from './defences.ts';
import { type Hunk, lineHunks } from './line-hunks.ts';
import { type ReadSide, readSide } from './read-side.ts';
import type { FilePair } from './source-text.ts';

export interface InvariantResult {
  readonly findings: readonly InvariantFinding[];
  /** Suppressions that head has more of, over the whole change; one that moved is not new. */
  readonly introducedSuppressions: readonly Suppression[];
  readonly baseCoverage: Coverage;
  readonly headCoverage: Coverage;
}

interface ReadPair {
  readonly base: ReadSide | undefined;
  readonly head: ReadSide | undefined;
}

/**
 * Compares base and head of a change, all its files at once, and says what security was taken away. Adding a defence is
 * never a finding. Throws only where a grammar cannot be loaded; what cannot be parsed is in the coverage.
 */
export async function judgeInvariants(pairs: readonly FilePair[], syntax: Syntax): Promise<InvariantResult> {
  const read: ReadPair[] = [];
  try {
    for (const { base, head } of pairs) {
      read.push({ base: base && (await readSide(base, syntax)), head: head && (await readSide(head, syntax)) });
    }
    const change: Change = { pairs: read.filter(isComparable).map(toChangedPair) };
    return {
      findings: Object.values(DEFENCES).flatMap((defence) => defence.judge(change)),
      introducedSuppressions: suppressionDelta(suppressionsOf(read, 'base'), suppressionsOf(read, 'head')).introduced,
      baseCoverage: joinCoverage(sides(read, 'base').map(({ coverage }) => coverage)),
      headCoverage: joinCoverage(sides(read, 'head').map(({ coverage }) => coverage)),
    };
  } finally {
    for (const { base, head } of read) [base, head].forEach((side) => side?.tree?.release());
  }
}

function sides(read: readonly ReadPair[], which: Side['which']): readonly ReadSide[] {
  return read.flatMap((pair) => pair[which] ?? []);
}

function suppressionsOf(read: readonly ReadPair[], which: Side['which']): readonly Suppression[] {
  return sides(read, which).flatMap(({ suppressions }) => suppressions);
}

/**
 * Text that is equal has lost nothing. A head that broke where base parsed cannot be compared: what the parser made of it
 * would say that anything was lost. Its coverage says so instead.
 */
function isComparable({ base, head }: ReadPair): boolean {
  if (base && head && base.source.text === head.source.text) return false;
  return !(head?.tree?.hasErrors && base?.tree && !base.tree.hasErrors);
}

function toChangedPair({ base, head }: ReadPair): ChangedPair {
  const hunks = hunksOf(base?.source.text, head?.source.text);
  const pair: { base: Side | undefined; head: Side | undefined; readonly hunks: readonly Hunk[] } = {
    base: undefined,
    head: undefined,
    hunks,
  };
  pair.base = base?.tree && { which: 'base', source: base.source, tree: base.tree, pair };
  pair.head = head?.tree && { which: 'head', source: head.source, tree: head.tree, pair };
  return pair;
}

/** All of a file that was added or deleted is one hunk. */
function hunksOf(base: string | undefined, head: string | undefined): readonly Hunk[] {
  return lineHunks(base ?? '', head ?? '');
}
