import { groupBy } from '../group-by.ts';
import { type JudgedRow } from '../run/result-row.ts';
import { type Share, shareOf } from '@pawl/bench';

export interface Part {
  readonly name: string;
  readonly share: Share;
}

/** Shares by a property, the biggest groups first; names decide between groups of one size. */
export function breakdown<Row extends { readonly score: number }>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
  threshold: number,
): readonly Part[] {
  return [...groupBy(rows, nameOf)]
    .map(([name, group]) => ({ name, share: shareOf(group, ({ score }) => score >= threshold) }))
    .sort((a, b) => b.share.total - a.share.total || (a.name < b.name ? -1 : 1));
}

/** The projects with the most false stops, and the cases that could have been one. */
export function worstProjects(rows: readonly JudgedRow[], threshold: number, count = 10): readonly Part[] {
  const harmless = rows.filter(({ kind }) => kind !== 'regression');
  return breakdown(harmless, ({ repo }) => repo, threshold)
    .filter(({ share }) => share.stopped > 0)
    .toSorted((a, b) => b.share.stopped - a.share.stopped)
    .slice(0, count);
}
