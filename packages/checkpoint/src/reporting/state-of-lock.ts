import type { Inventory } from '@pawl/baseline';
import type { StoredLock } from '@pawl/ledger';
import { openTree } from '../tree.ts';
import { countTests } from './count-tests.ts';
import { mayHaveDefences } from './facts-of-files.ts';
import type { Instruments } from './measure-change.ts';
import type { ReportProgress } from './report-request.ts';
import { countBySeverity, type TreeState } from './tree-state.ts';

/** To parse this many files takes a minute or two, once; in a larger project only what a loop changes is counted. */
const MOST_PARSED = 20_000;

/** What the locked tree holds: by its inventory, and beyond that by looking at every file that could have a defence or a test. */
export async function stateOfLock(
  { lock }: StoredLock,
  inventory: Inventory,
  { workshop, config, defences, floors }: Instruments,
  progress: ReportProgress,
): Promise<TreeState> {
  const tree = await openTree(workshop.repository, lock.tree, config, new Set());
  const code = tree.entries.filter(({ path }) => mayHaveDefences(path));
  const counted =
    code.length > MOST_PARSED
      ? undefined
      : await defences.ofEntries(tree, code, (done) => progress(done, code.length, 'files of the lock read'));
  const tests = await floors.ofEntries(
    tree,
    tree.entries.filter(({ path }) => floors.owes(path)),
  );
  return {
    findings: countBySeverity(inventory.findings),
    weightedTotal: lock.inventory.weightedTotal,
    defences: counted === undefined ? null : counted.reduce((sum, file) => sum + file.defences.length, 0),
    tests: countTests(tests, floors.judge),
    suppressions: inventory.suppressions,
    examined: new Set(inventory.coverage.examined.map(({ file }) => file)),
    notExamined: inventory.coverage.notExamined,
  };
}
