import { delta } from '@pawl/baseline';
import { NO_COVERAGE } from '@pawl/findings';
import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import type { Evidence } from './evidence.ts';
import { DEFAULT_POLICY, type Policy } from './policy.ts';
import { evidenceOf, findingOf, invariantOf, nothingCovered, suppression } from './testing/evidence-of.ts';

function states(evidence: Evidence, policy: Policy = DEFAULT_POLICY): object {
  return Object.fromEntries(decide(evidence, policy).criteria.map(({ name, state }) => [name, state]));
}
const notExamined = [{ file: 'a.ts', blob: 'b', by: 'probe', code: 'too-large', why: 'w' }] as const;
const open = { ...nothingCovered, head: { examined: [], notExamined } };
const lost = { ...open, base: { examined: [{ file: 'a.ts', blob: 'b', by: 'probe' }], notExamined: [] } };

const met = { scanners: 'met', invariants: 'met', 'security-tests': 'not-judged', gate: 'met' };

describe('when everything was judged', () => {
  it('it meets what no reason speaks against, in one order', () => {
    expect(decide(evidenceOf(), DEFAULT_POLICY).criteria).toEqual([
      { name: 'scanners', state: 'met', reasons: 0 },
      { name: 'invariants', state: 'met', reasons: 0 },
      { name: 'security-tests', state: 'not-judged', reasons: 0 },
      { name: 'gate', state: 'met', reasons: 0 },
    ]);
  });

  it.each<[string, Partial<Evidence>, object]>([
    ['a new finding', { delta: delta([], [findingOf('x')]) }, { scanners: 'unmet' }],
    ['a suppression', { suppressions: [suppression] }, { scanners: 'unmet' }],
    ['a finding that is out of sight', { invariants: [invariantOf('unreachable')] }, { scanners: 'unmet' }],
    ['a broken contract', { invariants: [invariantOf('broken-contract')] }, { invariants: 'unmet' }],
    ['security tests that ran and passed', { tests: { findings: [], ran: true } }, { 'security-tests': 'met' }],
    ['security tests that only stand there', { tests: { findings: [], ran: false } }, {}],
    [
      'a security test that fails',
      { tests: { findings: [invariantOf('security-test-failed')], ran: true } },
      { 'security-tests': 'unmet' },
    ],
    [
      'a security test that is gone, where none was run',
      { tests: { findings: [invariantOf('test-floor', 'high')], ran: false } },
      { 'security-tests': 'unmet' },
    ],
    ['a lost defence', { invariants: [invariantOf('lost-defence')] }, { invariants: 'unmet' }],
    ['a change to the gate', { gateChanges: [{ file: 'f', change: 'added', protects: 'gate' }] }, { gate: 'unmet' }],
    ['lost coverage', { coverage: lost }, { scanners: 'unmet', invariants: 'unmet' }],
    ['a file not examined', { coverage: open }, { scanners: 'not-judged', invariants: 'not-judged' }],
    ['a fault', { faults: [{ code: 'c', message: 'm' }] }, { scanners: 'not-judged', invariants: 'not-judged' }],
    [
      'a fault beside a lost defence',
      { faults: [{ code: 'c', message: 'm' }], invariants: [invariantOf('lost-defence')] },
      { scanners: 'not-judged', invariants: 'unmet' },
    ],
  ])('it does not meet what %s speaks against', (_, parts, differences) => {
    expect(states(evidenceOf(parts))).toEqual({ ...met, ...differences });
  });

  it('it meets what the policy allows', () => {
    expect(states(evidenceOf({ suppressions: [suppression] }), { ...DEFAULT_POLICY, suppression: 'clean' })).toEqual(
      met,
    );
  });

  it('it counts the reasons against each', () => {
    const two = [findingOf('x', 'info'), findingOf('y', 'info')];
    expect(decide(evidenceOf({ delta: delta([], two) }), DEFAULT_POLICY).criteria[0]).toEqual({
      name: 'scanners',
      state: 'unmet',
      reasons: 2,
    });
  });
});

describe('when a part was not judged', () => {
  it.each([
    ['scanners', { invariants: [], gateChanges: [] }],
    ['invariants', { delta: delta([], []), gateChanges: [] }],
    ['gate', { delta: delta([], []), invariants: [] }],
  ])('it says so of %s and not that it is met', (name, parts) => {
    expect(states({ ...parts, coverage: { ...nothingCovered, base: NO_COVERAGE } })).toEqual({
      ...met,
      [name]: 'not-judged',
    });
  });
});
