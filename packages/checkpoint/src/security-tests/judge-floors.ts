import { type Coverage, type InvariantFinding, NO_COVERAGE } from '@pawl/findings';
import { type FileFloor, type FloorVerdict, judgeFloor, SECURITY_TESTS } from '@pawl/security-tests';
import type { ChangedFile } from '../read-change.ts';
import { pathsOfSides, type Trees } from '../trees-of.ts';
import type { Version } from '../version.ts';
import type { Floors } from './floors.ts';

export interface JudgedFloors {
  readonly findings: readonly InvariantFinding[];
  readonly head: Coverage;
}

/**
 * What the tests no longer promise. Judged by what changed; only where that looks like a loss, or where the change says which tests are
 * collected, is the rest of the tests asked too: an assertion may have moved to a helper that nobody touched.
 */
export async function judgeFloors(files: readonly ChangedFile[], trees: Trees, floors: Floors): Promise<JudgedFloors> {
  const owed = files.filter(({ base, head }) => [base, head].some((side) => side && floors.owes(side.file)));
  if (owed.length === 0) return { findings: [], head: NO_COVERAGE };
  const base = await floors.ofVersions(owed.flatMap((file) => file.base ?? []));
  const head = await floors.ofVersions(owed.flatMap((file) => file.head ?? []));
  const compare = (unchanged: readonly FileFloor[]): FloorVerdict =>
    judgeFloor(base, head, { ...movesOf(files), judge: floors.judge, unchanged });
  const near = compare([]);
  const isSettled =
    near.findings.length === 0 && ![...base, ...head].some(({ collection }) => collection !== undefined);
  const { findings, notExamined } = isSettled ? near : compare(await unchangedFloors(files, trees, floors));
  return {
    findings,
    head: coverageOf(
      notExamined,
      owed.flatMap((file) => file.head ?? []),
    ),
  };
}

async function unchangedFloors(
  files: readonly ChangedFile[],
  trees: Trees,
  floors: Floors,
): Promise<readonly FileFloor[]> {
  const { head: changed } = pathsOfSides(files);
  const tree = await trees.head();
  return floors.ofEntries(
    tree,
    tree.entries.filter(({ path }) => !changed.has(path) && floors.owes(path)),
  );
}

function movesOf(files: readonly ChangedFile[]): {
  readonly renames: ReadonlyMap<string, string>;
  readonly deleted: readonly string[];
  readonly changed: readonly string[];
} {
  const { base, head } = pathsOfSides(files);
  const moved = files.filter((file) => file.base && file.head && file.base.file !== file.head.file);
  return {
    renames: new Map(moved.map((file) => [file.base?.file ?? '', file.head?.file ?? ''])),
    deleted: files.flatMap((file) => (file.base && !file.head ? [file.base.file] : [])),
    changed: [...base, ...head],
  };
}

/** What does not parse is told by the comparison of structure. */
function coverageOf(notExamined: FloorVerdict['notExamined'], versions: readonly Version[]): Coverage {
  const blobs = new Map(versions.map(({ file, blob }) => [file, blob]));
  return {
    examined: [],
    notExamined: notExamined.flatMap(({ file, code, why }) => {
      const blob = blobs.get(file);
      if (blob === undefined || code === 'syntax-error' || code === 'too-deep') return [];
      return [{ file, blob, by: SECURITY_TESTS, code, why }];
    }),
  };
}
