import type { Inventory } from '@pawl/baseline';
import { type Config, isExcluded } from '@pawl/config';
import { type Coverage, type Finding, joinCoverage, type Suppression } from '@pawl/findings';
import type { Repository, Side } from '@pawl/git';
import { takeSuppressions } from '@pawl/invariants';
import type { Scanner } from '@pawl/scanner';
import type { Syntax } from '@pawl/syntax';
import { isOwedStructure } from './judge-structure.ts';
import { withoutAccepted } from './accepted.ts';
import { readSides } from './read-change.ts';
import { coverageOfUnread, scan } from './scan.ts';
import { surrounder } from './surroundings.ts';
import type { Version } from './version.ts';

/** Told after every portion of files, for a progress bar. */
export type Progress = (done: number, total: number) => void;

export interface InventoryInput {
  readonly repository: Repository;
  readonly tree: string;
  readonly config: Config;
  readonly scanners: readonly Scanner[];
  readonly syntax: Syntax;
}

/** Few enough that memory stays bounded in a large repository, enough that git is asked seldom. */
const PORTION = 64;

/** Everything that a whole tree holds today: findings, suppressions, and what was examined or not. */
export async function takeInventory(input: InventoryInput, progress: Progress): Promise<Inventory> {
  const entries = (await input.repository.listTree(input.tree)).filter(
    ({ path, mode }) => mode !== '160000' && !isExcluded(input.config, path),
  );
  const portions: Portion[] = [];
  progress(0, entries.length);
  for (let start = 0; start < entries.length; start += PORTION) {
    portions.push(await examine(input, entries.slice(start, start + PORTION)));
    progress(Math.min(start + PORTION, entries.length), entries.length);
  }
  return {
    schema: 'pawl/inventory@1',
    findings: portions.flatMap(({ findings }) => findings),
    suppressions: portions.flatMap(({ suppressions }) => suppressions),
    coverage: withoutAccepted(joinCoverage(portions.map(({ coverage }) => coverage)), input.config),
  };
}

interface Portion {
  readonly findings: readonly Finding[];
  readonly suppressions: readonly Suppression[];
  readonly coverage: Coverage;
}

async function examine(
  { repository, config, scanners, syntax }: InventoryInput,
  entries: readonly Side[],
): Promise<Portion> {
  const versionOfSide = await readSides(repository, entries, config);
  const versions = entries.map(versionOfSide);
  const scanned = await scan({ scanners, surround: surrounder(syntax), timeoutMs: config.limits.timeoutMs }, versions);
  const structure = await suppressionsOf(versions.filter(isOwedStructure), syntax);
  return {
    findings: scanned.findings,
    suppressions: structure.suppressions,
    coverage: joinCoverage([scanned.coverage, structure.coverage]),
  };
}

/** The suppressions of every file that parses; at lock time nothing is compared yet. */
async function suppressionsOf(versions: readonly Version[], syntax: Syntax): Promise<Omit<Portion, 'findings'>> {
  const parts = await Promise.all(
    versions.flatMap((version) => (version.kind === 'text' ? [takeSuppressions(version, syntax)] : [])),
  );
  return {
    suppressions: parts.flatMap(({ suppressions }) => suppressions),
    coverage: joinCoverage([...parts.map(({ coverage }) => coverage), coverageOfUnread('invariants', versions)]),
  };
}
