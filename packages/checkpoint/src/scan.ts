import { joinCoverage } from '@pawl/findings';
import type { Scanner } from '@pawl/scanner';
import type { Means, ScanOfSide } from './means.ts';
import { scanFiles } from './scan-files.ts';
import { scanTrees } from './scan-trees.ts';
import { bothSides, type Sides } from './sides.ts';
import type { Version } from './version.ts';
import { coverageOfUnread } from './versions.ts';

/** Runs every scanner over the files that it is owed, both sides by the same one, and gives each finding its identity. */
export async function scan(
  scanners: readonly Scanner[],
  versions: Sides<readonly Version[]>,
  means: Means,
): Promise<Sides<ScanOfSide>> {
  const parts: Sides<ScanOfSide>[] = [];
  // One after the other: they share the processor, and their peak memory should not add up.
  for (const scanner of scanners) parts.push(await scanWith(scanner, versions, means));
  return joinSides(parts);
}

async function scanWith(
  scanner: Scanner,
  versions: Sides<readonly Version[]>,
  means: Means,
): Promise<Sides<ScanOfSide>> {
  const owed = bothSides(versions, (side) => side.filter(({ file }) => scanner.owes(file)));
  const unread = bothSides(owed, (side): ScanOfSide => ({
    findings: [],
    coverage: coverageOfUnread(scanner.name, side),
  }));
  if ([...owed.base, ...owed.head].every(({ kind }) => kind !== 'text')) return unread;
  const scanSides = scanner.scope === 'file' ? scanFiles : scanTrees;
  return joinSides([unread, await scanSides(scanner, owed, means)]);
}

/** What several scanners say, in their order. */
export function joinSides(parts: readonly Sides<ScanOfSide>[]): Sides<ScanOfSide> {
  return bothSides({ base: parts.map(({ base }) => base), head: parts.map(({ head }) => head) }, (sides) => ({
    findings: sides.flatMap(({ findings }) => findings),
    coverage: joinCoverage(sides.map(({ coverage }) => coverage)),
  }));
}
