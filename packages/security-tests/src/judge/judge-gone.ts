import type { FileFloor } from '../floor/file-floor.ts';
import { isCollected } from '../which/is-collected.ts';
import { compareAsserts } from './compare-asserts.ts';
import type { Fault } from './fault.ts';
import { quoted } from './fault.ts';
import { likenessOf } from './pair-tests.ts';
import { isSubjectGone, isSubjectIn } from './subject.ts';
import { isLive, type SideTest, telling } from './side.ts';

export interface Gone {
  readonly head: readonly FileFloor[];
  readonly added: readonly SideTest[];
  /** Files that head no longer has, and all that differ. */
  readonly deleted: ReadonlySet<string>;
  readonly changed: ReadonlySet<string>;
  /** All tests of base. */
  readonly all: readonly SideTest[];
}

/** How much of the words of a test has to be in what took it over. */
const TAKEN_OVER = 0.6;

/** What is wrong with tests that head no longer has. */
export function judgeGone(tests: readonly SideTest[], gone: Gone): readonly Fault[] {
  const { head, added, deleted } = gone;
  const free = new Map(added.map((test) => [test, [...telling(test.asserts)]]));
  // What one test takes over it takes over once: those that count come first.
  const ordered = [...tests].sort((a, b) => Number(a.grade === undefined) - Number(b.grade === undefined));
  const lost = ordered.filter((test) => isLive(test) && !isTakenOver(test, free));
  const graded = lost.flatMap((test): readonly Fault[] => {
    if (test.grade === undefined) return [];
    const uncalled = uncollectedIn(test, head);
    if (uncalled !== undefined) return [uncalled];
    return telling(test.asserts).length === 0 && test.grade !== 'security' ? [] : deletedFault(test, deleted);
  });
  return [...graded, ...emptiedFiles(lost, gone)];
}

/** Ordinary tests come and go; that all of a file go while the code that they test changes and stays is rarely innocent. */
function emptiedFiles(lost: readonly SideTest[], { deleted, changed, all }: Gone): readonly Fault[] {
  return lost.flatMap((test): readonly Fault[] => {
    const { floor } = test;
    if (test.grade !== undefined || !isSubjectIn(floor, changed) || isSubjectIn(floor, deleted)) return [];
    const own = all.filter((other) => other.floor === floor && isLive(other));
    if (own.length < 2 || !own.every((other) => lost.includes(other))) return [];
    const at = { file: floor.file, line: test.test.line };
    return [
      {
        rule: 'test-deleted',
        severity: 'medium',
        test,
        at,
        why: 'is gone with all the tests of its file, while the code that they test changed.',
      },
    ];
  });
}

/** Some new test runs, is about the same, and asserts as much. What it asserts once counts once, unless it runs for many inputs. */
function isTakenOver(test: SideTest, free: Map<SideTest, SideTest['asserts'][number][]>): boolean {
  for (const [other, asserts] of free) {
    if (!isLive(other) || !isCollected(other.floor.file, other.floor.framework)) continue;
    if (likenessOf(test, other) < TAKEN_OVER) continue;
    if (other.test.cases !== 1) {
      if (telling(other.asserts).length > 0) return true;
      continue;
    }
    if (compareAsserts(test.asserts, asserts).length > 0) continue;
    free.set(other, asserts.slice(telling(test.asserts).length));
    return true;
  }
  return false;
}

/** It is a function now that nobody calls: `_test_x`, or a test without its `@Test`. */
function uncollectedIn(test: SideTest, head: readonly FileFloor[]): Fault | undefined {
  for (const floor of head) {
    const found = floor.functions.find(({ body, words }) => body === test.test.body && words.length > 0);
    if (found === undefined) continue;
    const security = test.grade === 'security';
    return {
      rule: security ? 'security-test-not-collected' : 'test-skipped',
      severity: security ? 'high' : 'medium',
      test,
      at: { file: floor.file, line: found.line },
      why: `is called ${quoted(found.name)} now, a name that the framework does not collect.`,
    };
  }
  return undefined;
}

function deletedFault(test: SideTest, deleted: ReadonlySet<string>): readonly Fault[] {
  const withSubject = isSubjectGone(test.floor, deleted);
  if (test.grade !== 'security' && withSubject) return [];
  const { file } = test.floor;
  return [
    {
      rule: test.grade === 'security' ? 'security-test-deleted' : 'test-deleted',
      // A person may take away a feature with its tests; nobody else decides that it was one.
      severity: test.grade === 'security' && !withSubject ? 'high' : 'medium',
      test,
      at: { file, line: test.test.line },
      why: withSubject ? 'is gone together with the code that it tests.' : 'is gone.',
    },
  ];
}
