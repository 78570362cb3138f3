import { delta } from '@pawl/baseline';
import { type Coverage, type Finding, SEVERITIES, type Suppression } from '@pawl/findings';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decide, type Judgement } from './decide.ts';
import type { ComparedCoverage, GateChange } from './evidence.ts';
import { type Outcome, OUTCOMES } from './outcome.ts';
import { DEFAULT_POLICY } from './policy.ts';
import { findingOf, invariantOf, suppression } from './testing/evidence-of.ts';

const FILES = ['a.ts', 'b.ts', 'c.ts'] as const;

const finding = fc
  .record({
    code: fc.constantFrom('x', 'y', 'z'),
    severity: fc.constantFrom(...SEVERITIES),
    file: fc.constantFrom(...FILES),
    line: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ code, severity, file, line }) => findingOf(code, severity, file, line));
const findings = fc.array(finding, { maxLength: 6 });
const suppressed = fc
  .integer({ min: 1, max: 9 })
  .map((line): Suppression => ({ ...suppression, location: { ...suppression.location, line } }));

const record = fc.record({ file: fc.constantFrom(...FILES), by: fc.constantFrom('one', 'two') });
const coverage: fc.Arbitrary<Coverage> = fc.record({
  examined: fc.array(record.map((one) => ({ ...one, blob: 'b' }))),
  notExamined: fc.array(
    fc
      .tuple(record, fc.constantFrom('slow', 'slower'))
      .map(([one, why]) => ({ ...one, blob: 'b', code: 'timed-out' as const, why })),
    { maxLength: 3 },
  ),
});
const compared: fc.Arbitrary<ComparedCoverage> = fc.record({
  base: coverage,
  head: coverage,
  renames: fc.constantFrom(
    new Map<string, string>(),
    new Map([['b.ts', 'a.ts']]),
    new Map([
      ['d.ts', 'c.ts'],
      ['e.ts', 'c.ts'],
    ]),
  ),
  deleted: fc.subarray([...FILES]).map((files) => new Set<string>(files)),
});

const world = fc.record({
  base: findings,
  head: findings,
  invariants: fc.subarray([invariantOf('lost-defence'), invariantOf('unguarded-path')]),
  suppressions: fc.array(suppressed, { maxLength: 2 }),
  gateChanges: fc.subarray<GateChange>([
    { file: 'f', change: 'added', protects: 'gate' },
    { file: 'g', change: 'deleted', protects: 'gate' },
  ]),
  faults: fc.subarray([{ code: 'c', message: 'm' }], {}),
  coverage: fc.oneof({ weight: 1, arbitrary: fc.constant(undefined) }, { weight: 2, arbitrary: compared }),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

const whole: ComparedCoverage = {
  base: { examined: [], notExamined: [] },
  head: { examined: [], notExamined: [] },
  renames: new Map(),
  deleted: new Set(),
};

function judge({ base, head, coverage: given, ...rest }: World): Judgement {
  return decide({ ...rest, delta: delta(base, head), coverage: given ?? whole }, DEFAULT_POLICY);
}

/** Higher is better. */
const rank = (outcome: Outcome): number => OUTCOMES.indexOf(outcome);

it('when a finding is added the outcome never improves', () => {
  fc.assert(
    fc.property(world, finding, (given, added: Finding) => {
      const more = { ...given, head: [...given.head, added] };
      expect(rank(judge(more).outcome)).toBeLessThanOrEqual(rank(judge(given).outcome));
    }),
    { numRuns: 500 },
  );
});

it('when a finding that base does not have is added it is never clean', () => {
  fc.assert(
    fc.property(world, finding, (given, added) => {
      const more = { ...given, base: [], head: [...given.head, added] };
      expect(judge(more).outcome).not.toBe('clean');
    }),
  );
});

it('when a suppression is added the outcome never improves', () => {
  fc.assert(
    fc.property(world, suppressed, (given, added) => {
      const more = { ...given, suppressions: [...given.suppressions, added] };
      expect(rank(judge(more).outcome)).toBeLessThanOrEqual(rank(judge(given).outcome));
    }),
  );
});

it('when coverage of head is removed or refused the outcome never improves', () => {
  fc.assert(
    fc.property(world, compared, fc.nat(), fc.boolean(), (given, covered, at, refuse) => {
      const { examined, notExamined } = covered.head;
      fc.pre(examined.length > 0);
      const gone = examined[at % examined.length] as (typeof examined)[number];
      // Git does not call a file deleted that head has.
      fc.pre(!covered.deleted.has(gone.file));
      const head = {
        examined: examined.filter((one) => one !== gone),
        notExamined: refuse ? [...notExamined, { ...gone, code: 'timed-out' as const, why: 'slow' }] : notExamined,
      };
      const less = judge({ ...given, coverage: { ...covered, head } });
      expect(rank(less.outcome)).toBeLessThanOrEqual(rank(judge({ ...given, coverage: covered }).outcome));
    }),
    { numRuns: 500 },
  );
});

it('when the evidence is in another order the judgement is the same', () => {
  const reversed = (coverageOf: Coverage): Coverage => ({
    examined: coverageOf.examined.toReversed(),
    notExamined: coverageOf.notExamined.toReversed(),
  });
  fc.assert(
    fc.property(world, (given) => {
      const other: World = {
        base: given.base.toReversed(),
        head: given.head.toReversed(),
        invariants: given.invariants.toReversed(),
        suppressions: given.suppressions.toReversed(),
        gateChanges: given.gateChanges.toReversed(),
        faults: given.faults.toReversed(),
        coverage: given.coverage && {
          ...given.coverage,
          renames: new Map([...given.coverage.renames].toReversed()),
          base: reversed(given.coverage.base),
          head: reversed(given.coverage.head),
        },
      };
      expect(judge(other)).toEqual(judge(given));
    }),
  );
});

it('when there is a fault or an unexamined file it is never clean and never merely escalated', () => {
  fc.assert(
    fc.property(world, (given) => {
      fc.pre(given.faults.length > 0 || (given.coverage?.head.notExamined.length ?? 0) > 0);
      expect(['regression', 'inconclusive']).toContain(judge(given).outcome);
    }),
  );
});
