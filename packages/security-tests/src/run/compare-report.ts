import type { InvariantFinding } from '@pawl/findings';
import type { FileFloor, TestFloor } from '../floor/file-floor.ts';
import { findingOf, quoted } from '../judge/fault.ts';
import type { Framework } from '../settings.ts';
import type { ReportedTest } from './reported.ts';

/** A locked test that has to run and to pass. */
interface Owed {
  readonly floor: FileFloor;
  readonly test: TestFloor;
}

/** What the locked floor owes: a test that does not always run cannot be asked for. */
export function owedBy(floors: readonly FileFloor[]): readonly Owed[] {
  return floors.flatMap((floor) => floor.tests.filter(({ state }) => state === 'run').map((test) => ({ floor, test })));
}

/** Holds what was reported against the locked floor: every locked test has to be there, as often as it was, and to pass. */
export function compareReport(
  owed: readonly Owed[],
  reported: readonly ReportedTest[],
  framework: Framework,
): readonly InvariantFinding[] {
  const told = new Set<ReportedTest>();
  const findings = owed.flatMap((each): readonly InvariantFinding[] => {
    const pattern = patternOf(each.test.path, framework);
    const found = reported.filter((test) => inFile(test, each.floor.file, framework) && pattern.test(test.name));
    for (const test of found) told.add(test);
    return judged(each, found);
  });
  const others = reported.filter(
    (test) =>
      test.status === 'failed' &&
      !told.has(test) &&
      !reported.some((other) => other !== test && other.status === 'failed' && other.name.startsWith(`${test.name} `)),
  );
  return [...findings, ...others.map((test) => failed({ file: test.file, line: 1, name: test.name }, test.message))];
}

function judged({ floor: { file }, test }: Owed, found: readonly ReportedTest[]): readonly InvariantFinding[] {
  const at = { file, line: test.line, name: test.path.join(' › ') };
  const broken = found.find(({ status }) => status === 'failed');
  if (broken !== undefined) return [failed(at, broken.message)];
  const passed = found.filter(({ status }) => status === 'passed');
  const skipped = found.length - passed.length;
  if (passed.length === 0) return [missing(at, skipped > 0 ? 'was skipped.' : 'did not run.')];
  if (skipped > 0) return [missing(at, `was skipped for ${String(skipped)} of ${String(found.length)} inputs.`)];
  if (test.cases !== null && test.cases > 1 && passed.length > 1 && passed.length < test.cases)
    return [missing(at, `ran for ${String(passed.length)} of ${String(test.cases)} inputs.`)];
  if (assertsSurely(test) && passed.some(({ asserts }) => asserts === 0))
    return [missing(at, 'passed without one of its assertions having been reached.')];
  return [];
}

const COUNTED = /^(?:==|!=|is|is not|in|not in|[<>]=?|truth|not|or|(?:not\.)?to[A-Z].*)$/u;

/** Whether some assertion that the framework counts is reached whenever the test runs. */
function assertsSurely({ asserts }: TestFloor): boolean {
  return asserts.some(
    ({ matcher, strength, conditional }) => strength > 0 && conditional !== true && COUNTED.test(matcher),
  );
}

interface Place {
  readonly file: string;
  readonly line: number;
  readonly name: string;
}

function failed(at: Place, message: string | undefined): InvariantFinding {
  return told('security-test-failed', at, `fails${message === undefined ? '.' : `: ${message}`}`);
}

function missing(at: Place, why: string): InvariantFinding {
  return told('security-test-missing', at, why);
}

function told(rule: string, { file, line, name }: Place, why: string): InvariantFinding {
  return findingOf({
    kind: 'security-test-failed',
    rule,
    severity: 'high',
    message: `The locked security test ${quoted(name)} ${why}`,
    file,
    line,
    symbol: name,
    code: name,
    snippet: name,
  });
}

/** For Go the package is told and not the file: `example.com/shop/pkg/auth` is the folder `pkg/auth`. */
function inFile({ file }: ReportedTest, locked: string, framework: Framework): boolean {
  if (framework !== 'go') return file === locked;
  const folder = locked.slice(0, Math.max(0, locked.lastIndexOf('/')));
  return folder === '' || file === folder || file.endsWith(`/${folder}`);
}

const PARTS = /\$\{[^}]*\}|%[sdifjoOpc#%]|\$[\p{L}_][\p{L}\p{N}_.]*/gu;

/** What is put into a name when it runs may be anything. */
function patternOf(path: readonly string[], framework: Framework): RegExp {
  const parts = path.map((name) => {
    const text = framework === 'go' ? name.replace(/\s/gu, '_') : name;
    const fixed = text.split(PARTS).map((part) => part.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&'));
    return fixed.join('.*');
  });
  const go = framework === 'go';
  return new RegExp(`^${parts.join(' ').replaceAll('\\/', go ? '[ /]' : '\\/')}${go ? '(?:#\\d+)?' : ''}$`, 'su');
}
