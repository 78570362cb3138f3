import type { Assertion, FileFloor, FunctionFloor, TestFloor } from '../floor/file-floor.ts';
import type { Grade, Judge } from '../which/is-security-test.ts';

/** A test of one side, with what its helpers assert put in their place. */
export interface SideTest {
  readonly floor: FileFloor;
  readonly test: TestFloor;
  readonly asserts: readonly Assertion[];
  readonly grade: Grade | undefined;
}

/** The tests of one side. What does not run promises nothing, so nothing of it can be lost. */
export function sideOf(floors: readonly FileFloor[], { gradeOf }: Pick<Judge, 'gradeOf'>): readonly SideTest[] {
  const helpers = new Map<string, readonly FunctionFloor[]>();
  for (const floor of floors)
    for (const each of floor.functions) helpers.set(each.name, [...(helpers.get(each.name) ?? []), each]);
  return floors.flatMap((floor) =>
    floor.tests.map((test) => ({
      floor,
      test,
      asserts: test.asserts.flatMap((assertion) => resolved(assertion, floor, helpers)),
      grade: gradeOf(floor, test),
    })),
  );
}

/** A helper of the same file first, else the one of that name that asserts least. */
function resolved(
  assertion: Assertion,
  floor: FileFloor,
  helpers: ReadonlyMap<string, readonly FunctionFloor[]>,
): readonly Assertion[] {
  if (assertion.matcher !== 'helper') return [assertion];
  const name = assertion.subject.slice(assertion.subject.lastIndexOf('.') + 1);
  const own = floor.functions.find((each) => each.name === name);
  const others = [...(helpers.get(name) ?? [])].sort((a, b) => a.asserts.length - b.asserts.length);
  const found = own ?? others[0];
  if (found === undefined) return [assertion];
  return found.asserts
    .filter(({ matcher }) => matcher !== 'helper')
    .map((each) => (assertion.conditional ? { ...each, conditional: true } : each));
}

export function nameOf({ test }: SideTest): string {
  return test.path.join(' › ');
}

export function isLive({ test }: SideTest): boolean {
  return test.state === 'run' || test.state === 'conditional';
}

export function telling(asserts: readonly Assertion[]): readonly Assertion[] {
  return asserts.filter(({ strength }) => strength > 0);
}
