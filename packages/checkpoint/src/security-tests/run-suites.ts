import type { InvariantFinding } from '@pawl/findings';
import type { Repository } from '@pawl/git';
import { runSuite, SECURITY_TESTS, type SuiteOutcome, type TreeFile } from '@pawl/security-tests';
import type { Fault } from '@pawl/verdict';
import type { Context } from '../context.ts';
import type { Question } from '../question.ts';
import { openTree, type Tree } from '../tree.ts';
import { treeOf } from '../trees-of.ts';
import type { Floors } from './floors.ts';

export interface RanSuites {
  readonly findings: readonly InvariantFinding[];
  readonly faults: readonly Fault[];
  /** Whether there are suites, and every one of them ran to its end. */
  readonly ran: boolean;
}

export type RunSuites = (question: Question, floors: Floors) => Promise<RanSuites>;

/**
 * Runs the suites as the base has them over what is judged, one after the other: each may take all the memory that it is given. What
 * keeps one from its end is a fault.
 */
export function suiteRunner(
  repository: Repository,
  { env }: Pick<Context, 'env'>,
  scanning: (name: string) => void,
): RunSuites {
  return async (question, floors) => {
    const { config } = question;
    const { suites } = config.securityTests;
    if (suites.length === 0) return { findings: [], faults: [], ran: false };
    const [base, head] = await Promise.all([whole('base', repository, question), whole('head', repository, question)]);
    const [locked, judged] = [await contentsOf(base, repository), await contentsOf(head, repository)];
    const floor = await floors.ofEntries(
      base,
      base.entries.filter(({ path }) => floors.owes(path)),
    );
    const options = { workTree: repository.topLevel ?? repository.gitDir, environment: env };
    const outcomes: SuiteOutcome[] = [];
    for (const suite of suites) {
      scanning(`${SECURITY_TESTS} ${suite.name}`);
      const { toolTimeoutMs: timeoutMs, toolMemoryBytes: maxMemoryBytes } = config.limits;
      outcomes.push(await runSuite({ suite: { ...suite, timeoutMs, maxMemoryBytes }, locked, floor, judged }, options));
    }
    return toldOf(outcomes);
  };
}

/** Tests need what nobody judges, too. */
async function whole(side: 'base' | 'head', repository: Repository, question: Question): Promise<Tree> {
  const everything = { ...question.config, exclude: [] };
  return openTree(repository, await treeOf(side, { repository }, question), everything, new Set());
}

function toldOf(outcomes: readonly SuiteOutcome[]): RanSuites {
  return {
    findings: outcomes.flatMap((outcome) => (outcome.kind === 'failed' ? outcome.findings : [])),
    faults: outcomes.flatMap((outcome) => (outcome.kind === 'could-not-run' ? [faultOf(outcome)] : [])),
    ran: outcomes.every(({ kind }) => kind !== 'could-not-run'),
  };
}

function faultOf({ suite, code, why, next }: Extract<SuiteOutcome, { readonly kind: 'could-not-run' }>): Fault {
  return {
    code: `security-tests-${code}`,
    message: `the security tests ${suite} did not run to their end: ${why}`,
    next,
  };
}

/** Everything in a tree, binary files too: tests read fixtures. Links and submodules are left out. */
async function contentsOf({ entries }: Tree, repository: Repository): Promise<readonly TreeFile[]> {
  const files = entries.filter(({ mode }) => mode.startsWith('100'));
  const contents = await repository.readBlobs(
    files.map(({ blob }) => blob),
    { maxBytes: MOST_BYTES },
  );
  return files.flatMap(({ path, blob }) => {
    const content = contents.get(blob);
    return content?.kind === 'content' ? [{ file: path, content: content.bytes }] : [];
  });
}

/** A larger file is no fixture of a security test; one that is missing makes its test fail, which is told. */
const MOST_BYTES = 64 * 1024 * 1024;
