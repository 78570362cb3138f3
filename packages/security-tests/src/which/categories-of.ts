import type { FileFloor } from '../floor/file-floor.ts';
import { CATEGORIES, categoriesOfTest, type Category } from './category.ts';
import type { Judge } from './is-security-test.ts';

/** What the security tests look at. */
export interface CategoryCoverage {
  /** How many locked security tests each category has. */
  readonly tests: Readonly<Record<Category, number>>;
  /** Those that have none. */
  readonly missing: readonly Category[];
}

/** What the security tests of a floor cover. A test that does not run, or asserts nothing, covers nothing. */
export function categoriesOf(floors: readonly FileFloor[], { gradeOf }: Pick<Judge, 'gradeOf'>): CategoryCoverage {
  const tests: Record<Category, number> = { injection: 0, 'boundary conditions': 0, 'authentication paths': 0 };
  for (const floor of floors)
    for (const test of floor.tests) {
      if (
        test.state !== 'run' ||
        gradeOf(floor, test) !== 'security' ||
        !test.asserts.some(({ strength }) => strength > 0)
      )
        continue;
      for (const category of categoriesOfTest(floor, test)) tests[category] += 1;
    }
  return { tests, missing: CATEGORIES.filter((category) => tests[category] === 0) };
}
