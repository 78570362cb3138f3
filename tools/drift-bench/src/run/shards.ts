import { groupBy } from '../group-by.ts';
import type { ManifestRow } from '../manifest/manifest-row.ts';

/** Shares rows out by project, the biggest first, so that no project is opened twice and the shares are about equal. */
export function shards(rows: readonly ManifestRow[], count: number): readonly (readonly ManifestRow[])[] {
  const shares = Array.from({ length: count }, (): ManifestRow[] => []);
  const projects = [...groupBy(rows, ({ repo }) => repo).values()].sort((a, b) => b.length - a.length);
  for (const project of projects) {
    const smallest = shares.reduce((least, share) => (share.length < least.length ? share : least));
    smallest.push(...project);
  }
  return shares.filter((share) => share.length > 0);
}
