import { NO_COVERAGE } from '@pawl/findings';
import type { Scanner, ScanResult } from '@pawl/scanner';
import { coverageOfChange, pathsOf } from './coverage-of-change.ts';
import { examine, hasFault } from './examine.ts';
import { identify } from './identify.ts';
import type { Means, ScanOfSide } from './means.ts';
import { bothSides, type Sides } from './sides.ts';
import type { Tree } from './tree.ts';
import type { Version } from './version.ts';
import { textsOf } from './versions.ts';

interface TreeResult {
  readonly tree: Tree;
  readonly result: ScanResult;
  readonly isKnown: boolean;
}

/**
 * Scans the whole tree of each side: a change in one file may bring a finding in another. Findings count wherever they
 * are.
 */
export async function scanTrees(
  scanner: Scanner,
  owed: Sides<readonly Version[]>,
  means: Means,
): Promise<Sides<ScanOfSide>> {
  const results = await resultsOf(scanner, means);
  const coverage = coverageOfChange(
    bothSides(results, (side) => side?.result.coverage ?? NO_COVERAGE),
    bothSides(owed, pathsOf),
  );
  const [base, head] = [await findingsOf(scanner, results.base, means), await findingsOf(scanner, results.head, means)];
  return {
    base: { findings: base, coverage: coverage.base },
    head: { findings: head, coverage: coverage.head },
  };
}

async function resultsOf(scanner: Scanner, means: Means): Promise<Sides<TreeResult | undefined>> {
  const base = await resultOf(scanner, means.trees.base, means);
  const head = await resultOf(scanner, means.trees.head, means);
  const all = [base, head].flatMap((side) => side ?? []);
  // A fault must be judged as it would be without a cache: an old answer for one side would make it a loss of the other.
  if (!all.some(({ isKnown }) => isKnown) || !all.some(({ result }) => hasFault(result))) return { base, head };
  const again = async (side: TreeResult | undefined): Promise<TreeResult | undefined> =>
    side?.isKnown ? examineTree(scanner, side.tree, means) : side;
  return { base: await again(base), head: await again(head) };
}

async function resultOf(
  scanner: Scanner,
  open: (() => Promise<Tree>) | undefined,
  means: Means,
): Promise<TreeResult | undefined> {
  const tree = await open?.();
  if (tree === undefined) return undefined;
  const result = await means.results.recall(scanner, [tree.id]);
  return result ? { tree, result, isKnown: true } : examineTree(scanner, tree, means);
}

async function examineTree(scanner: Scanner, tree: Tree, { run, results, scanning }: Means): Promise<TreeResult> {
  scanning(scanner.name);
  const { findings, coverage } = await examine(scanner, run, await tree.texts());
  const isOwed = ({ file }: { readonly file: string }): boolean => scanner.owes(file);
  const result = {
    findings,
    coverage: { examined: coverage.examined.filter(isOwed), notExamined: coverage.notExamined.filter(isOwed) },
  };
  if (!hasFault(result)) await results.keep(scanner, [tree.id], result);
  return { tree, result, isKnown: false };
}

async function findingsOf(
  scanner: Scanner,
  side: TreeResult | undefined,
  { surround }: Means,
): Promise<ScanOfSide['findings']> {
  if (side === undefined) return [];
  const { tree, result } = side;
  const files = new Set(result.findings.map(({ file }) => file));
  const read = await tree.read(tree.entries.filter(({ path }) => files.has(path)));
  return identify(scanner, result.findings, textsOf(read), surround);
}
