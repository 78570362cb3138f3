import { CONFIG_FILE, parseConfig } from '@pawl/config';
import { isPawlError } from '@pawl/errors';
import { joinCoverage, NO_COVERAGE } from '@pawl/findings';
import { decide, type Drift, type Evidence, type Fault, type GateChange, weightOfDrift } from '@pawl/verdict';
import { withoutAccepted } from './accepted.ts';
import { questionOfDrift } from './drift.ts';
import { droppedProjects } from './dropped-projects.ts';
import { gateChanges } from './gate.ts';
import { isLasting } from './is-lasting.ts';
import type { judgeDisappearance } from './judge-disappearance.ts';
import type { Invariants, judgeInvariants } from './judge-invariants.ts';
import { type OpenedScanners, openScanners } from './open-scanners.ts';
import type { Question, Workshop } from './question.ts';
import { type ChangedFile, compare, languagesOf, readFiles } from './read-change.ts';
import { ruleFaults } from './rule-faults.ts';
import { scanBothSides } from './scan-both-sides.ts';
import type { JudgedTests, judgeTests } from './security-tests/judge-tests.ts';
import { mayHoldTests } from './security-tests/may-hold-tests.ts';
import { NO_SUITES } from './security-tests/no-suites.ts';
import { type Stopwatch, stopwatch } from './stopwatch.ts';
import { toolFaults, toolsOf } from './tools.ts';
import type { Settled, settleSettings } from './settings-changes.ts';
import { treesOf } from './trees-of.ts';
import { type OpenVerdict, verdictOf } from './verdict-of.ts';

export { openWorkshop, startSyntax } from './open-workshop.ts';

export interface Judged {
  readonly verdict: OpenVerdict;
  /** What it was made from: for people, who want to see what stayed and what went, too. */
  readonly evidence: Evidence;
  /** Whether the same question would find the same another time. */
  readonly isLasting: boolean;
}

export async function judge(workshop: Workshop, question: Question): Promise<Judged> {
  const watch = stopwatch();
  const evidence = await examine(workshop, question, watch);
  const moved = await watch.time('drift', () => examineDrift(workshop, question));
  const whole: Evidence = moved === undefined ? evidence : { ...evidence, drift: driftIn(moved, question) };
  return {
    verdict: verdictOf(whole, question, watch.timings()),
    evidence: whole,
    isLasting: isLasting(evidence) && (moved === undefined || isLasting(moved)),
  };
}

/** How people have moved the protected branch since it was locked; `undefined` where the base is what was locked. */
async function examineDrift(workshop: Workshop, question: Question): Promise<Evidence | undefined> {
  const asked = questionOfDrift(question);
  return asked && examine({ ...workshop, runSuites: NO_SUITES }, asked, stopwatch());
}

function driftIn(moved: Evidence, { config }: Question): Drift {
  return { weight: weightOfDrift(decide(moved, config.policy).reasons), limit: config.drift.limit };
}

/** Everything that a verdict is made from. */
async function examine(workshop: Workshop, question: Question, watch: Stopwatch): Promise<Evidence> {
  const { only, config, locked } = question;
  const { files, opened } = await watch.time('read', () => read(workshop, question));
  const trees = treesOf(workshop, question, files);
  // A tool is another process: while it runs there is time to load what judges the structure, and for the structure.
  const [scanners, structure, tests] = await Promise.all([
    opened && watch.time('scanners', () => scanBothSides(files, opened, trees, workshop, question)),
    only === 'scanners' ? undefined : watch.time('invariants', () => invariantsOf(files, trees, workshop, question)),
    only === undefined ? watch.time('security tests', () => testsOf(files, trees, workshop, question)) : undefined,
  ]);
  const lost = structure && scanners ? await disappearedOf(scanners.delta, files, trees, workshop, question) : [];
  // Who asks for a part of the question asks for that part alone.
  const changes = only === undefined ? await gateChangesOf(files, trees, question) : [];
  const settled = await settledOf(changes, structure?.suppressions ?? [], files);
  return {
    ...(structure ? { invariants: [...structure.findings, ...lost], suppressions: settled.suppressions } : {}),
    ...(scanners ? { delta: scanners.delta } : {}),
    ...(tests ? { tests: tests.evidence } : {}),
    ...(only === undefined ? { gateChanges: settled.gateChanges } : {}),
    faults: [
      ...(await configFaults(files)),
      ...(only === 'invariants' ? [] : await ruleFaults(files, config)),
      ...(locked ? toolFaults([...(scanners?.tools ?? toolsOf([])), ...(structure?.tools ?? [])], locked.tools) : []),
      ...(scanners?.faults ?? []),
      ...(tests?.faults ?? []),
    ],
    coverage: {
      base: joinCoverage([structure?.base ?? NO_COVERAGE, scanners?.base ?? NO_COVERAGE]),
      head: withoutAccepted(
        joinCoverage([structure, scanners, tests].map((part) => part?.head ?? NO_COVERAGE)),
        config,
      ),
      renames: renamesOf(files),
      deleted: deletedOf(files),
    },
  };
}

/** Loaded while git and the tools are at work. */
async function invariantsOf(...asked: Parameters<typeof judgeInvariants>): Promise<Invariants> {
  return (await import('./judge-invariants.ts')).judgeInvariants(...asked);
}

/** A commit that touches no test, of a project that names none, needs nothing that reads tests. */
async function testsOf(...asked: Parameters<typeof judgeTests>): Promise<JudgedTests> {
  const [files, , , { config }] = asked;
  const paths = files.flatMap(({ base, head }) => [base?.file ?? '', head?.file ?? '']);
  if (config.securityTests.suites.length === 0 && !paths.some(mayHoldTests)) return NO_TESTS;
  return (await import('./security-tests/judge-tests.ts')).judgeTests(...asked);
}

const NO_TESTS: JudgedTests = { evidence: { findings: [], ran: false }, faults: [], head: NO_COVERAGE };

async function gateChangesOf(
  files: readonly ChangedFile[],
  trees: ReturnType<typeof treesOf>,
  { locked, config }: Question,
): Promise<readonly GateChange[]> {
  const changes = gateChanges(files, locked?.gateFiles, config);
  const told = new Set(changes.map(({ file }) => file));
  return [...changes, ...(await droppedProjects(files, trees)).filter(({ file }) => !told.has(file))];
}

/** Most changes touch no settings, and what reads these is not loaded for them. */
async function settledOf(...[changes, suppressions, files]: Parameters<typeof settleSettings>): Promise<Settled> {
  if (!changes.some(({ rule }) => rule === 'scanner-settings')) return { gateChanges: changes, suppressions };
  return (await import('./settings-changes.ts')).settleSettings(changes, suppressions, files);
}

async function disappearedOf(
  ...asked: Parameters<typeof judgeDisappearance>
): Promise<Awaited<ReturnType<typeof judgeDisappearance>>> {
  const [delta] = asked;
  if (delta.resolved.length === 0) return [];
  return (await import('./judge-disappearance.ts')).judgeDisappearance(...asked);
}

interface Read {
  readonly files: readonly ChangedFile[];
  /** Absent where scanners are not judged. */
  readonly opened: OpenedScanners | undefined;
}

/** Reads the change, and makes ready what will look at it while git answers. */
async function read({ repository, syntax, pinOf }: Workshop, question: Question): Promise<Read> {
  const { baseTree, head, tier, only, config } = question;
  const [changes, opened] = await Promise.all([
    compare(repository, baseTree, head, config),
    only === 'invariants' ? undefined : openScanners(tier, config.scanners, pinOf),
  ]);
  const languages = only === 'scanners' ? [] : languagesOf(changes);
  const [files] = await Promise.all([
    readFiles(repository, changes, config),
    ...languages.map((language) => syntax.load(language)),
  ]);
  return { files, opened };
}

function renamesOf(files: readonly ChangedFile[]): ReadonlyMap<string, string> {
  const moved = files.filter(({ base, head }) => base && head && base.file !== head.file);
  return new Map(moved.map(({ base, head }) => [head?.file ?? '', base?.file ?? '']));
}

function deletedOf(files: readonly ChangedFile[]): ReadonlySet<string> {
  return new Set(files.flatMap(({ base, head }) => (base && !head ? [base.file] : [])));
}

/** A configuration that is broken in head decides nothing today, but it would break the next lock: say so now. */
async function configFaults(files: readonly ChangedFile[]): Promise<readonly Fault[]> {
  const config = files.find(({ head }) => head?.file === CONFIG_FILE)?.head;
  if (config === undefined) return [];
  try {
    if (config.kind === 'text') await parseConfig(config.text, CONFIG_FILE);
    return [];
  } catch (error) {
    if (!isPawlError(error)) throw error;
    return [{ code: error.code, message: error.message, next: error.next ?? `mend ${CONFIG_FILE}` }];
  }
}
