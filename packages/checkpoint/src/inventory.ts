import type { Inventory } from '@pawl/baseline';
import type { Config } from '@pawl/config';
import { type Coverage, type Finding, joinCoverage, type Suppression } from '@pawl/findings';
import type { Repository, TreeEntry } from '@pawl/git';
import { suppressionsInSettings, takeSuppressions } from '@pawl/invariants';
import type { Scanner } from '@pawl/scanner';
import type { Syntax } from '@pawl/syntax';
import { withoutAccepted } from './accepted.ts';
import { isOwedStructure } from './judge-structure.ts';
import type { Means } from './means.ts';
import type { OpenedScanners } from './open-scanners.ts';
import { scan } from './scan.ts';
import { surrounder } from './surroundings.ts';
import { openTree, type Tree } from './tree.ts';
import type { Version } from './version.ts';
import { coverageOfUnread } from './versions.ts';

/** Told after every portion of files which scanner is at work, for a progress bar. */
export type Progress = (done: number, total: number, by: string) => void;

export interface InventoryInput extends Pick<Means, 'run' | 'results'> {
  readonly repository: Repository;
  readonly tree: string;
  readonly config: Config;
  readonly opened: Pick<OpenedScanners, 'embedded' | 'installed'>;
  readonly syntax: Syntax;
}

/** Few enough that memory stays bounded in a large repository, enough that git is asked seldom. */
const PORTION = 64;

/** A tool is started for each portion, which may take a second. */
const PORTION_OF_TOOL = 4096;

/** Everything that a whole tree holds today: findings, suppressions, and what was examined or not. */
export async function takeInventory(input: InventoryInput, progress: Progress): Promise<Inventory> {
  const { repository, config, opened, run, results, syntax } = input;
  const tree = await openTree(repository, input.tree, config, new Set());
  const means = { run, results, surround: surrounder(syntax), scanning: () => undefined };
  const steps = stepsOf(tree, opened, means, syntax);
  const total = steps.reduce((sum, { entries }) => sum + entries.length, 0);
  const portions: Portion[] = [];
  let done = 0;
  for (const { by, entries, examine } of steps) {
    progress(done, total, by);
    portions.push(await examine(entries));
    done += entries.length;
  }
  progress(total, total, 'all');
  return {
    schema: 'pawl/inventory@1',
    findings: portions.flatMap(({ findings }) => findings),
    suppressions: portions.flatMap(({ suppressions }) => suppressions),
    coverage: withoutAccepted(joinCoverage(portions.map(({ coverage }) => coverage)), config),
  };
}

interface Portion {
  readonly findings: readonly Finding[];
  readonly suppressions: readonly Suppression[];
  readonly coverage: Coverage;
}

interface Step {
  readonly by: string;
  readonly entries: readonly TreeEntry[];
  readonly examine: (entries: readonly TreeEntry[]) => Promise<Portion>;
}

type MeansOfOneSide = Omit<Means, 'trees'>;

/** The engines take a few files at a time; a tool takes many, or all where one depends on another. */
function stepsOf(
  tree: Tree,
  { embedded, installed }: InventoryInput['opened'],
  means: MeansOfOneSide,
  syntax: Syntax,
): readonly Step[] {
  const inProcess = portionsOf(tree.entries, PORTION).map((entries) => ({
    by: 'files',
    entries,
    examine: async (some: readonly TreeEntry[]): Promise<Portion> => {
      const versions = await tree.read(some);
      const scanned = await scanOneSide(embedded, tree, versions, means);
      const structure = await suppressionsOf(versions.filter(isOwedStructure), syntax);
      const suppressions = [...structure.suppressions, ...(await suppressionsOfSettings(versions))];
      return { ...scanned, suppressions, coverage: joinCoverage([scanned.coverage, structure.coverage]) };
    },
  }));
  const byTools = installed.flatMap((scanner) => {
    const owed = tree.entries.filter(({ path }) => scanner.owes(path));
    return portionsOf(owed, scanner.scope === 'file' ? PORTION_OF_TOOL : Infinity).map((entries) => ({
      by: scanner.name,
      entries,
      examine: async (some: readonly TreeEntry[]): Promise<Portion> => ({
        ...(await scanOneSide([scanner], tree, await tree.read(some), means)),
        suppressions: [],
      }),
    }));
  });
  return [...inProcess, ...byTools];
}

async function scanOneSide(
  scanners: readonly Scanner[],
  tree: Tree,
  versions: readonly Version[],
  means: MeansOfOneSide,
): Promise<Omit<Portion, 'suppressions'>> {
  const trees = { base: undefined, head: () => Promise.resolve(tree) };
  return (await scan(scanners, { base: [], head: versions }, { ...means, trees })).head;
}

function portionsOf<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  const portions: (readonly Item[])[] = [];
  for (let start = 0; start < items.length; start += size) portions.push(items.slice(start, start + size));
  return portions;
}

/** What the settings of scanners, of which ours read none, tell them not to say. */
async function suppressionsOfSettings(versions: readonly Version[]): Promise<readonly Suppression[]> {
  const texts = versions.flatMap((version) => (version.kind === 'text' ? [version] : []));
  const read = await Promise.all(texts.map(({ file, text }) => suppressionsInSettings(file, text)));
  return read.flatMap((settings) => settings?.suppressions ?? []);
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
