import type { Cache } from '@pawl/cache';
import type { Coverage } from '@pawl/findings';
import type { Syntax } from '@pawl/syntax';
import type { Fault, TestEvidence } from '@pawl/verdict';
import type { Question } from '../question.ts';
import type { ChangedFile } from '../read-change.ts';
import type { Trees } from '../trees-of.ts';
import { floorsBy } from './floors.ts';
import { judgeFloors } from './judge-floors.ts';
import type { RunSuites } from './run-suites.ts';

export interface JudgedTests {
  readonly evidence: TestEvidence;
  readonly faults: readonly Fault[];
  readonly head: Coverage;
}

export interface TestMeans {
  readonly syntax: Syntax;
  readonly cache: () => Promise<Cache | undefined>;
  readonly runSuites: RunSuites;
}

/** What became of the security tests: which the change took away or made weaker, and in full whether the locked ones pass. */
export async function judgeTests(
  files: readonly ChangedFile[],
  trees: Trees,
  { syntax, cache, runSuites }: TestMeans,
  question: Question,
): Promise<JudgedTests> {
  const floors = floorsBy(question.config.securityTests, syntax, cache);
  const floor = await judgeFloors(files, trees, floors);
  if (question.tier === 'fast')
    return { evidence: { findings: floor.findings, ran: false }, faults: [], head: floor.head };
  const { findings, faults, ran } = await runSuites(question, floors);
  return { evidence: { findings: [...floor.findings, ...findings], ran }, faults, head: floor.head };
}
