import type { PartReport } from '@pawl/checkpoint';
import { visible } from '@pawl/report';

/** For a person: which parts were not believed. Nothing is wrong with the verdict, but somebody may have tampered with a cache. */
export function partLines(reports: readonly PartReport[] = []): string {
  return reports
    .filter(({ state }) => state === 'recomputed')
    .map(({ project, why }) => {
      const because = why === undefined ? '' : `: ${visible(why)}`;
      return `pawl: the part of ${visible(project)} was not used, and all of it was found out again${because}\n`;
    })
    .join('');
}
