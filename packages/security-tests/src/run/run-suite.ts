import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Ended,
  type Failed,
  findTool,
  layOut,
  prepareResult,
  type PrivateFolder,
  readResult,
  spawnLimited,
  withPrivateFolder,
} from '@pawl/process';
import type { FileFloor } from '../floor/file-floor.ts';
import type { SecuritySuite } from '../settings.ts';
import { judgeOf } from '../which/is-security-test.ts';
import { changedTest } from './changed-tests.ts';
import { compareReport, owedBy } from './compare-report.ts';
import { frameworkChange } from './framework-changes.ts';
import { type Plan, planFor, sentinelName } from './framework-plan.ts';
import { linkFolder } from './link-folder.ts';
import { checkoutOf, isLocked } from './locked-files.ts';
import { type CouldNotRun, couldNotRun, type SuiteOutcome } from './outcome.ts';
import { readReport } from './read-report.ts';
import { setupEnvironment, suiteEnvironment } from './suite-environment.ts';
import type { TreeFile } from './tree-file.ts';

/** Which locked tests, on which tree. */
export interface SuiteQuestion {
  /** From the lock. */
  readonly suite: SecuritySuite;
  /** The locked tree: its tests, their helpers and settings are what runs. */
  readonly locked: readonly TreeFile[];
  /** The floors of the locked test files of this suite. */
  readonly floor: readonly FileFloor[];
  readonly judged: readonly TreeFile[];
}

/** Where programs are looked for. */
export interface SuiteOptions {
  /** The main checkout: no tool is taken from it, and `link` means its folders. The current folder, unless given. */
  readonly workTree?: string;
  /** Where the search path is taken from. The environment of this process, unless given. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

const FIVE_MINUTES = 300_000;
const TWO_GIB = 2 ** 31;
const MOST_OUTPUT = 50_000_000;

/**
 * Runs the locked tests of a suite on a judged tree, in a fresh checkout that is removed afterwards. It never rejects: what keeps the suite
 * from running to its end comes back as `could-not-run`.
 */
export async function runSuite(question: SuiteQuestion, options: SuiteOptions = {}): Promise<SuiteOutcome> {
  const { suite, locked, judged, floor } = question;
  const { inSuite } = judgeOf({ suites: [suite] });
  const tests = locked.filter(
    ({ file }) => inSuite(file) && floor.some((each) => each.file === file && each.tests.length > 0),
  );
  if (owedBy(floor).length === 0 || tests.length === 0)
    return couldNotRun(suite.name, 'no-tests', 'no locked test of this suite runs');
  try {
    const change = frameworkChange(locked, judged, suite.framework);
    if (change !== undefined) return couldNotRun(suite.name, 'framework-changed', change);
    const laid = checkoutOf(locked, judged, inSuite);
    return await withPrivateFolder((folder) =>
      runIn(folder, { ...question, tests, laid, inSuite }, surroundings(options)),
    );
  } catch (error) {
    return couldNotRun(suite.name, 'tool-failed', error instanceof Error ? error.message : String(error));
  }
}

type Surroundings = Required<SuiteOptions>;

function surroundings({ workTree = process.cwd(), environment = process.env }: SuiteOptions): Surroundings {
  return { workTree, environment };
}

interface Work extends SuiteQuestion {
  readonly tests: readonly TreeFile[];
  readonly laid: readonly TreeFile[];
  readonly inSuite: (file: string) => boolean;
}

async function runIn(folder: PrivateFolder, work: Work, around: Surroundings): Promise<SuiteOutcome> {
  const { suite, tests } = work;
  const nonce = randomBytes(12).toString('hex');
  const reportName = `${nonce}.json`;
  const plan = planFor(suite.framework, tests, {
    checkout: folder.files,
    own: folder.own,
    temporary: folder.temporary,
    report: join(folder.out, reportName),
    locked: work.locked,
    nonce,
  });
  const laid = [...work.laid, ...plan.added];
  await layOut(
    folder.files,
    laid.map(({ file, content }) => ({ path: file, text: content })),
  );
  await layOut(folder.own, plan.own);
  await mkdir(join(folder.temporary, 'home'), { mode: 0o700 });
  const prepared = await prepare(folder, { ...work, laid }, around);
  if (prepared !== undefined) return prepared;
  const place = await prepareResult(folder.out);
  const end = await start(folder, work, plan, around);
  if ('code' in end) return asOutcome(suite.name, end);
  const changed = await changedTest(folder.files, laid, (file) => isLocked(file, work.inSuite));
  if (changed !== undefined)
    return couldNotRun(suite.name, 'tests-changed', `${changed} was changed while the tests ran`);
  const limits = { bytesLeft: MOST_OUTPUT, maxOutputBytes: MOST_OUTPUT };
  const text = plan.report === 'stdout' ? end.stdout.toString('utf8') : await readResult(place, reportName, limits);
  if (typeof text !== 'string')
    return couldNotRun(
      suite.name,
      'no-report',
      `the tests ended with status ${String(end.status)} and left no report${lastLine(end)}`,
    );
  return judge(work, { text, end, nonce, checkout: folder.files });
}

/** Gets the dependencies in, and makes sure that the tests are still the locked ones afterwards. */
async function prepare(
  folder: PrivateFolder,
  { suite, laid, inSuite }: Work,
  around: Surroundings,
): Promise<CouldNotRun | undefined> {
  for (const name of suite.link ?? []) await linkFolder(name, { from: around.workTree, to: folder.files });
  if (suite.setup === undefined) return undefined;
  const [program = '', ...args] = suite.setup;
  const end = await startProgram(folder, suite, { program, args, setup: true }, around);
  if ('code' in end)
    return couldNotRun(suite.name, end.code === 'tool-missing' ? 'tool-missing' : 'set-up-failed', end.why);
  if (end.status !== 0)
    return couldNotRun(
      suite.name,
      'set-up-failed',
      `${suite.setup.join(' ')} ended with status ${String(end.status)}${lastLine(end)}`,
    );
  const changed = await changedTest(folder.files, laid, (file) => isLocked(file, inSuite));
  return changed === undefined
    ? undefined
    : couldNotRun(suite.name, 'tests-changed', `${changed} was changed while dependencies were installed`);
}

function start(folder: PrivateFolder, { suite }: Work, plan: Plan, around: Surroundings): Promise<Ended | Failed> {
  const script = plan.args[0] ?? '';
  // Our own program name gives way to the command of the suite, with the script that it would have started.
  if (suite.command !== undefined) {
    const [program = '', ...before] = suite.command;
    const args =
      suite.framework === 'vitest' || suite.framework === 'jest' || suite.framework === 'mocha'
        ? plan.args.slice(1)
        : plan.args;
    return startProgram(folder, suite, { program, args: [...before, ...args] }, around);
  }
  if (script.startsWith(folder.files) && !existsSync(script))
    return Promise.resolve({
      kind: 'failed',
      code: 'tool-missing',
      why: `${suite.framework} is not among the dependencies of the checkout`,
    });
  const python = ['.venv/bin/python', 'venv/bin/python']
    .map((name) => join(folder.files, name))
    .find((file) => existsSync(file));
  return startProgram(
    folder,
    suite,
    { program: plan.program === 'python3' && python !== undefined ? python : plan.program, args: plan.args },
    around,
  );
}

interface Program {
  readonly program: string;
  readonly args: readonly string[];
  readonly setup?: true;
}

async function startProgram(
  folder: PrivateFolder,
  suite: SecuritySuite,
  { program, args, setup }: Program,
  { workTree, environment }: Surroundings,
): Promise<Ended | Failed> {
  const path = environment['PATH'];
  const own = program.startsWith(folder.files) || (program.includes('/') && !program.startsWith('/'));
  const tool = await findTool(own ? 'env' : program, { path, workTree });
  if (tool === undefined)
    return { kind: 'failed', code: 'tool-missing', why: `${program} was not found on PATH outside the work tree` };
  const limits = {
    timeoutMs: suite.timeoutMs ?? FIVE_MINUTES,
    maxOutputBytes: MOST_OUTPUT,
    maxMemoryBytes: suite.maxMemoryBytes ?? TWO_GIB,
  };
  const env = suiteEnvironment(
    { path: tool.path, home: join(folder.temporary, 'home'), temporary: folder.temporary },
    environment,
  );
  return spawnLimited({
    name: program,
    tool: own ? join(program.startsWith('/') ? '' : folder.files, program) : tool.file,
    args,
    cwd: folder.files,
    env: setup === true ? setupEnvironment(env, environment) : env,
    limits,
    left: { ms: limits.timeoutMs, bytes: limits.maxOutputBytes },
  });
}

function asOutcome(suite: string, { code, why }: Failed): CouldNotRun {
  return couldNotRun(suite, code === 'tool-missing' || code === 'timed-out' ? code : 'tool-failed', why);
}

interface Said {
  readonly text: string;
  readonly end: Ended;
  readonly nonce: string;
  readonly checkout: string;
}

function judge({ suite, floor, tests }: Work, { text, end, nonce, checkout }: Said): SuiteOutcome {
  const { name, framework } = suite;
  let report: ReturnType<typeof readReport>;
  try {
    report = readReport(framework, text, checkout);
  } catch (error) {
    return couldNotRun(
      name,
      'unreadable-report',
      `the report cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const sentinels = report.tests.filter(
    ({ name: test, status }) => test === sentinelName(nonce) && status === 'passed',
  );
  const folders = new Set(tests.map(({ file }) => file.slice(0, file.lastIndexOf('/') + 1)));
  const findings = compareReport(owedBy(floor), report.tests, framework);
  const ran = report.tests.filter(({ status }) => status !== 'skipped').length - sentinels.length;
  if (findings.length > 0) return { kind: 'failed', suite: name, ran, findings };
  if (framework === 'go' && sentinels.length < folders.size)
    return couldNotRun(name, 'no-report', 'a package of tests did not run to its end');
  if (report.errors.length > 0) return couldNotRun(name, 'tool-failed', report.errors[0] as string);
  if (end.status !== 0)
    return couldNotRun(
      name,
      'status-disagrees',
      `every locked test passed, and the run ended with status ${String(end.status)}${lastLine(end)}`,
    );
  return { kind: 'passed', suite: name, ran };
}

function lastLine({ stderr, stdout }: Ended): string {
  const line = (stderr.toString('utf8').trim() || stdout.toString('utf8').trim()).split('\n').at(-1) ?? '';
  return line === '' ? '' : `: ${line.slice(0, 200)}`;
}
