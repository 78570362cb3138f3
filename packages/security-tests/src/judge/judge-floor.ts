import type { InvariantFinding, NotExaminedCode } from '@pawl/findings';
import type { FileFloor } from '../floor/file-floor.ts';
import { type Judge, judgeOf } from '../which/is-security-test.ts';
import { type Fault, toldFaults } from './fault.ts';
import { judgeFiles } from './judge-files.ts';
import { judgeGone } from './judge-gone.ts';
import { judgePair } from './judge-pair.ts';
import { pairTests } from './pair-tests.ts';
import { isLive, type SideTest, sideOf } from './side.ts';

/** What is known of the change beside the floors. */
export interface JudgeOptions {
  /** Where files went that have another name in head, by their name in base. */
  readonly renames?: ReadonlyMap<string, string>;
  /** Files of base that head no longer has, tests or not. */
  readonly deleted?: Iterable<string>;
  /** All files that differ, tests or not, by their names on both sides: ordinary tests are judged only where the code that they test changed. */
  readonly changed?: Iterable<string>;
  /** Which tests are security tests: {@link judgeOf} of the locked settings. By convention, unless given. */
  readonly judge?: Judge;
  /**
   * The floors of files that are the same on both sides: a configuration may leave out tests that nobody touched, and a helper that was not
   * changed asserts what it always did.
   */
  readonly unchanged?: readonly FileFloor[];
}

/** A test file that could not be read, and why. */
export interface FloorNotExamined {
  readonly file: string;
  readonly code: NotExaminedCode;
  readonly why: string;
}

/** What was lost or weakened, and what nobody could tell. */
export interface FloorVerdict {
  readonly findings: readonly InvariantFinding[];
  /** Files that do not parse in head: what they test is not known. */
  readonly notExamined: readonly FloorNotExamined[];
}

/**
 * What the tests of head no longer promise. The floors are those of the files that differ. Adding, moving, splitting, joining and
 * strengthening tests says nothing.
 */
export function judgeFloor(
  base: readonly FileFloor[],
  head: readonly FileFloor[],
  options: JudgeOptions = {},
): FloorVerdict {
  const {
    renames = new Map<string, string>(),
    deleted = [],
    changed = [],
    judge = judgeOf(),
    unchanged = [],
  } = options;
  const differing = new Set(changed);
  const before = sideOf([...base, ...unchanged], judge).filter(({ floor }) => !unchanged.includes(floor));
  const after = sideOf([...head, ...unchanged], judge).filter(({ floor }) => !unchanged.includes(floor));
  const { pairs, gone, added } = pairTests(before, after, renames);
  const faults: readonly Fault[] = [
    ...pairs.flatMap((pair) => judgePair(pair, { added, inSuite: judge.inSuite, changed: differing })),
    // What a file holds that nobody could read is not known: neither there nor gone.
    ...judgeGone(
      gone.filter(({ floor }) => !isUnread(renames.get(floor.file) ?? floor.file, head)),
      { head, added, deleted: new Set(deleted), changed: differing, all: before },
    ),
    ...starvedBy(before, after, pairs),
  ];
  const files = head.map((floor) => ({
    base: base.find(({ file }) => file === floor.file || renames.get(file) === floor.file),
    head: floor,
  }));
  const security = [...after, ...sideOf(unchanged, judge)].filter(({ grade }) => grade === 'security');
  return {
    findings: [...toldFaults(faults), ...judgeFiles(files, security)],
    notExamined: head.flatMap(({ file, notExamined }) => (notExamined === undefined ? [] : [{ file, ...notExamined }])),
  };
}

function isUnread(file: string, head: readonly FileFloor[]): boolean {
  return head.some((floor) => floor.file === file && floor.notExamined !== undefined && floor.tests.length === 0);
}

/** Tests beside a new `.only`: they do not run. */
function starvedBy(
  before: readonly SideTest[],
  after: readonly SideTest[],
  pairs: ReturnType<typeof pairTests>['pairs'],
): readonly Fault[] {
  const had = new Set(before.filter(({ test }) => test.only).map(({ floor }) => floor.file));
  const fresh = after.filter(
    (side) => side.test.only && !had.has(pairs.find(({ head }) => head === side)?.base.floor.file ?? side.floor.file),
  );
  const files = new Map(fresh.map((side) => [side.floor.file, side]));
  return [...files].flatMap(([file, only]): readonly Fault[] => {
    const beside = after.filter((side) => side.floor.file === file && !side.test.only && isLive(side));
    const security = beside.filter(({ grade }) => grade === 'security');
    const at = { file, line: only.test.line };
    if (security.length === 0)
      return [
        {
          rule: 'test-only',
          severity: 'medium',
          test: only,
          at,
          why: 'is marked as the only one, so that the others of its file do not run.',
        },
      ];
    return security.map((test) => ({
      rule: 'security-test-only',
      severity: 'high',
      test,
      at,
      why: `does not run, because ${JSON.stringify(only.test.path.at(-1))} is marked as the only one.`,
    }));
  });
}
