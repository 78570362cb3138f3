import type { Severity } from '@pawl/findings';
import { isCollected, staysCollected } from '../which/is-collected.ts';
import { compareAsserts, type Loss } from './compare-asserts.ts';
import { type Fault, quoted } from './fault.ts';
import { mockedSubject } from './mocked-subject.ts';
import type { Pair } from './pair-tests.ts';
import { isSubjectIn } from './subject.ts';
import { isLive, type SideTest, telling } from './side.ts';

export interface Rest {
  /** Tests of head that may have taken over what others lost. */
  readonly added: readonly SideTest[];
  readonly inSuite: (file: string) => boolean;
  /** All files that differ. */
  readonly changed: ReadonlySet<string>;
}

/** What is wrong with a test that is still there: the worst first, and one fault for each. */
export function judgePair(pair: Pair, rest: Rest): readonly Fault[] {
  const { base } = pair;
  if (!isLive(base)) return [];
  if (base.grade === undefined) return ordinary(pair, rest);
  const fault =
    uncollected(pair, rest) ??
    switchedOff(pair) ??
    (base.grade === 'security' ? replaced(pair) : undefined) ??
    assertsLess(pair, rest);
  return fault === undefined ? [] : [fault];
}

/** An ordinary test that is switched off in the change that touches what it tests. */
function ordinary(pair: Pair, { changed }: Rest): readonly Fault[] {
  const fault = isSubjectIn(pair.base.floor, changed) ? switchedOff(pair) : undefined;
  return fault === undefined
    ? []
    : [{ ...fault, why: fault.why.replace(/\.$/u, ', in the change that touches what it tests.') }];
}

type Rules = Readonly<
  Record<'recorded' | 'skipped' | 'weakened' | 'emptied' | 'reversed' | 'collected' | 'mocked', string>
>;

const SECURITY: Rules = {
  recorded: 'security-snapshot-rewritten',
  skipped: 'security-test-skipped',
  weakened: 'security-test-weakened',
  emptied: 'security-test-emptied',
  reversed: 'security-test-reversed',
  collected: 'security-test-not-collected',
  mocked: 'security-test-mocked',
};
const GUARDING: Rules = {
  recorded: 'test-weakened',
  skipped: 'test-skipped',
  weakened: 'test-weakened',
  emptied: 'test-weakened',
  reversed: 'test-weakened',
  collected: 'test-skipped',
  mocked: 'test-weakened',
};

function faultOf(
  { base, head }: Pair,
  name: keyof Rules,
  why: string,
  options: { severity?: Severity; snippet?: string } = {},
): Fault {
  const security = base.grade === 'security';
  return {
    rule: (security ? SECURITY : GUARDING)[name],
    severity: security ? (options.severity ?? 'high') : 'medium',
    test: base,
    at: { file: head.floor.file, line: head.test.line },
    why,
    ...(options.snippet === undefined ? {} : { snippet: options.snippet }),
  };
}

function uncollected(pair: Pair, { inSuite }: Rest): Fault | undefined {
  const { base, head } = pair;
  const [before, after] = [base.floor.file, head.floor.file];
  if (!staysCollected(before, after, base.floor.framework))
    return faultOf(pair, 'collected', `was moved to ${quoted(after)}, where the framework does not look for tests.`);
  if (base.grade !== 'security' || head.grade === 'security') return undefined;
  if (inSuite(before) && !inSuite(after))
    return faultOf(pair, 'collected', `was moved to ${quoted(after)}, which is in no security suite.`);
  const lost = base.test.tags.find((tag) => !head.test.tags.includes(tag));
  if (lost !== undefined)
    return faultOf(pair, 'collected', `lost its marker ${quoted(lost)}, so that no security suite holds it any more.`);
  return faultOf(pair, 'collected', `was renamed or moved so that it no longer counts as a security test.`, {
    severity: 'medium',
  });
}

const STATES: Readonly<Record<string, string>> = {
  skipped: 'is skipped now.',
  todo: 'is only announced now: it has no body.',
  'expected-to-fail': 'may fail now without failing the run.',
  conditional: 'runs only under a condition now.',
};

function switchedOff(pair: Pair): Fault | undefined {
  const { base, head } = pair;
  const { state } = head.test;
  if (base.test.state === state || state === 'run') return undefined;
  if (state === 'conditional' && base.grade !== 'security') return undefined;
  return faultOf(pair, 'skipped', STATES[state] as string, { severity: state === 'conditional' ? 'medium' : 'high' });
}

function replaced(pair: Pair): Fault | undefined {
  const mock = mockedSubject(pair.base, pair.head);
  if (mock === undefined) return undefined;
  return faultOf(pair, 'mocked', `now replaces ${quoted(mock.target)}, which it is about.`, { snippet: mock.target });
}

function assertsLess(pair: Pair, rest: Rest): Fault | undefined {
  const { base, head } = pair;
  if (head.floor.notExamined !== undefined) return undefined;
  const losses = compareAsserts(base.asserts, head.asserts).filter((loss) => !isElsewhere(loss, pair, rest.added));
  const before = telling(base.asserts);
  const worst = losses.find(({ kind }) => kind === 'reversed');
  if (worst !== undefined) return faultOf(pair, 'reversed', `${said(worst)}.`, { snippet: worst.base.subject });
  if (before.length > 0 && telling(head.asserts).length === 0 && losses.length > 0)
    return faultOf(pair, 'emptied', emptiedBy(losses));
  const counted = base.grade === 'security' ? losses : losses.filter(({ kind }) => kind !== 'conditional');
  const loss = counted[0];
  if (loss !== undefined)
    return faultOf(
      pair,
      'weakened',
      `${said(loss)}${counted.length > 1 ? `, and ${String(counted.length - 1)} more like it` : ''}.`,
      {
        snippet: `${loss.base.matcher} ${loss.base.expected}`,
        severity: loss.kind === 'conditional' ? 'medium' : 'high',
      },
    );
  const record = base.grade === 'security' ? rewrittenIn(pair) : undefined;
  if (record !== undefined)
    return faultOf(pair, 'recorded', 'was given another recorded answer.', { snippet: record, severity: 'medium' });
  const [was, is] = [base.test.cases, head.test.cases];
  if (
    was !== null &&
    is !== null &&
    is < was &&
    !rest.added.some((other) => other !== head && other.floor.file === head.floor.file)
  )
    return faultOf(pair, 'weakened', `is run with ${String(is)} inputs instead of ${String(was)}.`, {
      snippet: 'cases',
    });
  return undefined;
}

/** An answer that is recorded in the test itself, as `-u` writes it. */
function rewrittenIn({ base, head }: Pair): string | undefined {
  const recorded = base.asserts.filter(
    ({ matcher, expected }) => matcher === 'toMatchInlineSnapshot' && expected !== '',
  );
  return recorded.find(({ subject, expected }) =>
    head.asserts.some(
      (other) => other.matcher === 'toMatchInlineSnapshot' && other.subject === subject && other.expected !== expected,
    ),
  )?.subject;
}

/** An assertion that another new test makes now: tests are split, too. */
function isElsewhere(loss: Loss, { head }: Pair, added: readonly SideTest[]): boolean {
  if (loss.kind !== 'removed' && loss.kind !== 'looser') return false;
  return added.some(
    (other) =>
      other !== head &&
      isLive(other) &&
      isCollected(other.floor.file, other.floor.framework) &&
      telling(other.asserts).some(
        ({ matcher, expected, strength }) =>
          strength >= loss.base.strength && matcher === loss.base.matcher && expected === loss.base.expected,
      ),
  );
}

function emptiedBy(losses: readonly Loss[]): string {
  const vacuous = losses.flatMap((loss) => (loss.kind === 'vacuous' ? (loss.head.vacuity ?? []) : []))[0];
  if (vacuous === 'swallowed') return 'no longer fails: what it asserts is caught and forgotten.';
  if (vacuous === 'not-awaited') return 'no longer fails: it does not wait for what it asserts.';
  if (vacuous === undefined) return 'asserts nothing any more.';
  return 'asserts only what always holds.';
}

function said(loss: Loss): string {
  const was = shown(loss.base);
  if (loss.kind === 'removed') return `no longer asserts ${was}`;
  const is = shown(loss.head);
  if (loss.kind === 'vacuous') return `asserts ${is}, which always holds, instead of ${was}`;
  if (loss.kind === 'conditional') return `asserts ${was} only under a condition`;
  return loss.kind === 'reversed'
    ? `expects ${is} where it expected ${was}`
    : `asserts ${is}, which accepts more than ${was}`;
}

function shown({ subject, matcher, expected }: Loss['base']): string {
  return quoted([subject, matcher, expected].filter((part) => part !== '').join(' '));
}
