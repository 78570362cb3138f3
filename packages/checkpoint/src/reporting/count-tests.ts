import { categoriesOf, CATEGORIES, type FileFloor, type Judge } from '@pawl/security-tests';
import type { TestCounts } from './tree-state.ts';

/** How many security tests run and assert something, of each category and of any. */
export function countTests(floors: readonly FileFloor[], judge: Judge): TestCounts {
  const all = floors.reduce((sum, floor) => sum + testsIn(floor, judge), 0);
  return { all, of: categoriesOf(floors, judge).tests };
}

/** What `after` has more than `before`. */
export function moreTests(before: TestCounts, after: TestCounts): TestCounts {
  const of = { ...after.of };
  for (const category of CATEGORIES) of[category] = after.of[category] - before.of[category];
  return { all: after.all - before.all, of };
}

function testsIn(floor: FileFloor, { gradeOf }: Judge): number {
  return floor.tests.filter(
    (test) =>
      test.state === 'run' && gradeOf(floor, test) === 'security' && test.asserts.some(({ strength }) => strength > 0),
  ).length;
}
