import type { Delta } from '@pawl/baseline';
import { type Coverage, joinCoverage } from '@pawl/findings';
import { withoutAccepted } from '../accepted.ts';
import { NO_LOGS } from '../compare-logs.ts';
import type { FileFacts } from '../file-facts.ts';
import { isFault } from '../is-fault.ts';
import { judgeStructure } from '../judge-structure.ts';
import type { OpenedScanners } from '../open-scanners.ts';
import type { Question, Workshop } from '../question.ts';
import { type ChangedFile, compare, languagesOf, readFiles } from '../read-change.ts';
import { scanBothSides } from '../scan-both-sides.ts';
import type { Floors } from '../security-tests/floors.ts';
import { treesOf } from '../trees-of.ts';
import type { Version } from '../version.ts';
import { countTests, moreTests } from './count-tests.ts';
import type { Defences, Silenced } from './facts-of-files.ts';
import { type Counts, countBySeverity, type TreeChange } from './tree-state.ts';

/** Who looks at a change, by one lock. */
export interface Instruments {
  readonly workshop: Workshop;
  readonly config: Question['config'];
  /** Those that look at single files. */
  readonly scanners: OpenedScanners;
  readonly defences: FileFacts<Defences>;
  readonly silenced: FileFacts<Silenced>;
  readonly floors: Floors;
}

/**
 * What a change from one tree to another makes of what is counted. Everything is asked that can be asked of single files,
 * whatever the tier was: points on a line that were measured in different ways would go up and down by themselves.
 */
export async function measureChange(from: string, to: string, instruments: Instruments): Promise<TreeChange> {
  const { workshop, config, scanners } = instruments;
  const question = questionOf(from, to, config);
  const changes = await compare(workshop.repository, from, to, config);
  await Promise.all(languagesOf(changes).map((language) => workshop.syntax.load(language)));
  const files = await readFiles(workshop.repository, changes, config);
  const base = files.flatMap((file) => file.base ?? []);
  const head = files.flatMap((file) => file.head ?? []);
  const [scanned, structure] = await Promise.all([
    scanBothSides(files, scanners, treesOf(workshop, question, files), workshop, question),
    // Of a version only what changed is parsed anew: of hundreds of checkpoints most of a file is the same.
    judgeStructure(files, workshop.syntax, { sensitivity: config.sensitivity, tier: 'fast' }),
  ]);
  const coverage = withoutAccepted(joinCoverage([structure.headCoverage, scanned.head]), config);
  const told = { of: (kind: string): number => structure.findings.filter((finding) => finding.kind === kind).length };
  return {
    ...findingsOf(scanned.delta),
    lost: told.of('lost-defence'),
    weakened: told.of('weakened-defence'),
    defences: await defencesIn(base, head, instruments),
    tests: await testsIn(files, instruments),
    before: base.map(({ file }) => file),
    after: { ...(await silencedIn(head, instruments)), ...coverageIn(coverage) },
    without: [...scanned.faults.map(({ message }) => message), ...failedIn(joinCoverage([coverage, scanned.base]))],
  };
}

function questionOf(from: string, to: string, config: Question['config']): Question {
  return {
    ...{ base: from, baseTree: from, head: to, tier: 'full', only: undefined, config },
    ...{ locked: undefined, logs: NO_LOGS },
  };
}

function findingsOf(delta: Delta): Pick<TreeChange, 'findings' | 'introduced' | 'resolved'> {
  const { introduced, resolved, worsened } = delta;
  const more = countBySeverity([...introduced, ...worsened.map(({ head }) => head)]);
  const less = countBySeverity([...resolved, ...worsened.map(({ base }) => base)]);
  const names = Object.keys(more) as (keyof typeof more)[];
  const findings = Object.fromEntries(names.map((name) => [name, more[name] - less[name]])) as Counts<
    keyof typeof more
  >;
  return { findings, introduced: introduced.length, resolved: resolved.length };
}

/** As multisets: what moved to another file stands all the same. */
async function defencesIn(
  base: readonly Version[],
  head: readonly Version[],
  { defences }: Pick<Instruments, 'defences'>,
): Promise<TreeChange['defences']> {
  const [before, after] = [await defences.ofVersions(base), await defences.ofVersions(head)];
  const left = new Map<string, number>();
  for (const one of before.flatMap((file) => file.defences)) left.set(one, (left.get(one) ?? 0) + 1);
  let come = 0;
  for (const one of after.flatMap((file) => file.defences)) {
    const count = left.get(one) ?? 0;
    if (count === 0) come += 1;
    else left.set(one, count - 1);
  }
  return { gone: [...left.values()].reduce((sum, count) => sum + count, 0), come };
}

async function testsIn(
  files: readonly ChangedFile[],
  { floors }: Pick<Instruments, 'floors'>,
): Promise<TreeChange['tests']> {
  const owed = (versions: readonly Version[]): readonly Version[] => versions.filter(({ file }) => floors.owes(file));
  const before = await floors.ofVersions(owed(files.flatMap((file) => file.base ?? [])));
  const after = await floors.ofVersions(owed(files.flatMap((file) => file.head ?? [])));
  return moreTests(countTests(before, floors.judge), countTests(after, floors.judge));
}

async function silencedIn(
  head: readonly Version[],
  { silenced }: Pick<Instruments, 'silenced'>,
): Promise<Pick<TreeChange['after'], 'suppressions'>> {
  return { suppressions: (await silenced.ofVersions(head)).flatMap(({ suppressions }) => suppressions) };
}

/** That a tool failed here and now says nothing of the file: the checkpoint's own tools read it, or its outcome says that they did not. */
function coverageIn({ examined, notExamined }: Coverage): Pick<TreeChange['after'], 'examined' | 'notExamined'> {
  return {
    examined: [...new Set(examined.map(({ file }) => file))],
    notExamined: notExamined.filter((gap) => !isFault(gap)),
  };
}

function failedIn({ notExamined }: Coverage): readonly string[] {
  return [...new Set(notExamined.filter(isFault).map(({ by, why }) => `${by}: ${why}`))];
}
