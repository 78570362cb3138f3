import { delta } from '@pawl/baseline';
import type { Finding, Severity } from '@pawl/findings';
import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import type { Evidence } from './evidence.ts';
import type { Outcome } from './outcome.ts';
import { DEFAULT_POLICY } from './policy.ts';
import type { Reason } from './reason.ts';
import { evidenceOf, findingOf, invariantOf, nothingCovered, suppression } from './testing/evidence-of.ts';

const judge = (parts: Partial<Evidence>): ReturnType<typeof decide> => decide(evidenceOf(parts), DEFAULT_POLICY);
const change = (base: readonly Finding[], head: readonly Finding[]): ReturnType<typeof decide> =>
  judge({ delta: delta(base, head) });
const brief = ({ kind, outcome, severity }: Reason): string => `${kind} ${outcome} ${severity}`;

describe('when nothing slipped', () => {
  it('it is clean without a reason', () => {
    const findings = [findingOf('x', 'critical')];
    expect(change(findings, findings)).toMatchObject({ outcome: 'clean', reasons: [] });
  });

  it('it is clean when findings were resolved', () => {
    expect(change([findingOf('x', 'critical')], [])).toMatchObject({ outcome: 'clean', reasons: [] });
  });

  it('it is clean when findings moved to another file', () => {
    const moved = findingOf('x', 'high', 'lib/b.ts', 90);
    expect(change([findingOf('x', 'high')], [moved])).toMatchObject({ outcome: 'clean', reasons: [] });
  });
});

describe('when a finding is new', () => {
  /** One worse finding goes, so that the total falls and the new one speaks for itself. */
  it.each<[Severity, Outcome]>([
    ['critical', 'regression'],
    ['high', 'regression'],
    ['medium', 'escalated'],
    ['low', 'escalated'],
    ['info', 'escalated'],
  ])('it makes %s %s', (severity, outcome) => {
    const gone = [findingOf('gone 1', 'critical'), findingOf('gone 2', 'critical')];
    const judgement = change(gone, [findingOf('new', severity)]);
    expect(judgement.outcome).toBe(outcome);
    expect(judgement.reasons).toEqual([
      {
        kind: 'introduced-finding',
        outcome,
        severity,
        file: 'a.ts',
        line: 1,
        symbol: 'f',
        rule: 'R1',
        tool: 'probe',
        message: 'eval of input',
        cwe: ['CWE-95'],
      },
    ]);
  });

  it('it counts one that its tool calls suppressed', () => {
    const judgement = change([], [{ ...findingOf('x', 'high'), suppressed: true }]);
    expect(judgement.reasons.map(brief)).toContain('introduced-finding regression high');
  });
});

describe('when the weighted total rises', () => {
  it('it is a regression by one low alone, with a reason about no file', () => {
    expect(change([], [findingOf('x', 'low')]).reasons).toEqual([
      {
        kind: 'severity-total',
        outcome: 'regression',
        severity: null,
        file: null,
        line: null,
        symbol: null,
        rule: null,
        tool: null,
        message: 'The weighted total of the compared findings rose from 0 to 1.',
        cwe: [],
      },
      expect.objectContaining({ kind: 'introduced-finding', outcome: 'escalated' }),
    ]);
  });

  it('it is no reason when the total stays', () => {
    const judgement = change([findingOf('x', 'low')], [findingOf('y', 'low')]);
    expect(judgement.reasons.map(brief)).toEqual(['introduced-finding escalated low']);
  });
});

describe('when a finding worsened', () => {
  it.each<[Severity, Severity, Outcome]>([
    ['high', 'critical', 'regression'],
    ['low', 'high', 'regression'],
    ['low', 'medium', 'escalated'],
    ['info', 'low', 'escalated'],
  ])('it makes %s to %s %s', (from, to, outcome) => {
    const gone = findingOf('gone', 'critical');
    const judgement = change([gone, findingOf('x', from)], [findingOf('x', to)]);
    expect(judgement.outcome).toBe(outcome);
    expect(judgement.reasons).toEqual([
      expect.objectContaining({
        kind: 'worsened-finding',
        outcome,
        severity: to,
        message: `eval of input (was ${from}, is ${to})`,
      }),
    ]);
  });

  it('it also raises the total', () => {
    const judgement = change([findingOf('x', 'low')], [findingOf('x', 'medium')]);
    expect(judgement.reasons.map(brief)).toEqual([
      'severity-total regression null',
      'worsened-finding escalated medium',
    ]);
  });
});

describe('when a defence was lost', () => {
  it.each(['lost-defence', 'weakened-defence', 'unguarded-path'] as const)('it makes %s a regression', (kind) => {
    const judgement = judge({ invariants: [invariantOf(kind)] });
    expect(judgement.reasons.map(brief)).toEqual([`${kind} regression low`]);
  });
});

describe('when a suppression is new', () => {
  it('it is a regression', () => {
    expect(judge({ suppressions: [suppression] }).reasons).toEqual([
      {
        kind: 'suppression',
        outcome: 'regression',
        severity: null,
        file: 'a.py',
        line: 3,
        symbol: 'f',
        rule: 'B608, B602',
        tool: 'bandit',
        message: 'B608, B602 of bandit is newly suppressed: # nosec',
        cwe: [],
      },
    ]);
  });

  it('it names no rule when everything is silenced', () => {
    expect(judge({ suppressions: [{ ...suppression, rules: [] }] }).reasons).toEqual([
      expect.objectContaining({ rule: null, message: 'Every rule of bandit is newly suppressed: # nosec' }),
    ]);
  });
});

describe('when the gate itself changed', () => {
  it.each(['added', 'modified', 'deleted'] as const)('it escalates a file that was %s', (how) => {
    expect(judge({ gateChanges: [{ file: '.husky/pre-commit', change: how, protects: 'gate' }] }).reasons).toEqual([
      expect.objectContaining({
        kind: 'gate-integrity',
        outcome: 'escalated',
        file: '.husky/pre-commit',
        line: null,
        message: `This file belongs to the gate and was ${how}.`,
      }),
    ]);
  });
});

describe('when a protected file changed', () => {
  it.each([
    ['scanner', 'gate-integrity'],
    ['deployment', 'protected-path'],
  ] as const)('it escalates one that decides about the %s', (protects, kind) => {
    const judgement = judge({ gateChanges: [{ file: 'f', change: 'modified', protects }] });
    expect(judgement.reasons.map(brief)).toEqual([`${kind} escalated null`]);
  });

  it('it is no excuse for what a scanner finds in it', () => {
    const gateChanges = [{ file: 'Dockerfile', change: 'modified', protects: 'deployment' }] as const;
    const found = delta([], [findingOf('root', 'high', 'Dockerfile')]);
    expect(judge({ gateChanges, delta: found }).outcome).toBe('regression');
  });
});

describe('when code is disguised', () => {
  it.each([
    ['high', 'regression'],
    ['medium', 'escalated'],
  ] as const)('it judges %s as a new finding, and adds nothing to the total', (severity, outcome) => {
    const judgement = judge({ invariants: [invariantOf('disguised-code', severity)] });
    expect(judgement.reasons.map(brief)).toEqual([`disguised-code ${outcome} ${severity}`]);
  });
});

describe('when something kept us from judging', () => {
  it('it is inconclusive and says why and what to do', () => {
    const faults = [
      { code: 'tool-version', message: 'bandit is 1.9, the lock says 1.8', next: 'pip install bandit==1.8' },
    ];
    expect(judge({ faults }).reasons).toEqual([
      expect.objectContaining({
        kind: 'not-examined',
        outcome: 'inconclusive',
        rule: 'tool-version',
        file: null,
        message: 'bandit is 1.9, the lock says 1.8; next: pip install bandit==1.8',
      }),
    ]);
  });

  it('it is inconclusive when neither scanners nor invariants were judged', () => {
    const judgement = decide({ coverage: nothingCovered, suppressions: [], gateChanges: [] }, DEFAULT_POLICY);
    expect(judgement.reasons).toEqual([expect.objectContaining({ outcome: 'inconclusive', rule: 'nothing-judged' })]);
  });

  it('it is enough that the invariants were judged', () => {
    expect(decide({ coverage: nothingCovered, invariants: [] }, DEFAULT_POLICY).outcome).toBe('clean');
  });
});

describe('when outcomes compete', () => {
  const parts = {
    regression: { suppressions: [suppression] },
    inconclusive: { faults: [{ code: 'x', message: 'y' }] },
    escalated: { gateChanges: [{ file: 'f', change: 'added', protects: 'gate' }] },
    clean: {},
  } as const;
  const order = ['regression', 'inconclusive', 'escalated', 'clean'] as const;

  it.each(order.flatMap((worse, rank) => order.slice(rank).map((other) => [worse, other] as const)))(
    'it says %s beside %s',
    (worse, other) => {
      const judgement = judge({ ...parts[other], ...parts[worse] });
      expect(judgement.outcome).toBe(worse);
      expect(judgement.reasons).toHaveLength(
        [worse, other].filter((one, at, all) => one !== 'clean' && all.indexOf(one) === at).length,
      );
    },
  );

  it('it lists worst outcome first, then severity, file, line and rule', () => {
    const at = (file: string, line: number, rule = 'R1', severity: Severity = 'medium'): Finding => ({
      ...findingOf(`${file}${line}${rule}`, severity, file, line),
      rule,
    });
    const head = [at('b.ts', 1), at('a.ts', 9), at('a.ts', 10), at('a.ts', 9, 'R0'), at('z.ts', 1, 'R1', 'high')];
    const { reasons } = judge({
      delta: delta([findingOf('gone', 'critical')], head),
      gateChanges: [{ file: 'a.yml', change: 'added', protects: 'gate' }],
      faults: [{ code: 'x', message: 'y' }],
    });
    expect(reasons.map(({ file, line, rule }) => [file, line, rule])).toEqual([
      ['z.ts', 1, 'R1'],
      [null, null, 'x'],
      ['a.ts', 9, 'R0'],
      ['a.ts', 9, 'R1'],
      ['a.ts', 10, 'R1'],
      ['b.ts', 1, 'R1'],
      ['a.yml', null, null],
    ]);
  });
});

describe('when the policy says otherwise', () => {
  it('it follows the policy for each kind', () => {
    const evidence = evidenceOf({
      delta: delta([findingOf('w', 'low')], [findingOf('n', 'high'), findingOf('w', 'high')]),
      invariants: [
        ...[invariantOf('lost-defence'), invariantOf('weakened-defence'), invariantOf('unguarded-path')],
        invariantOf('unreachable'),
      ],
      suppressions: [suppression],
      tests: { findings: [invariantOf('security-test-failed')], ran: true },
      gateChanges: [{ file: 'f', change: 'added', protects: 'gate' }],
    });
    const mild = {
      introduced: { ...DEFAULT_POLICY.introduced, high: 'clean' },
      worsened: { ...DEFAULT_POLICY.worsened, high: 'escalated' },
      severityTotal: 'clean',
      lostDefence: 'escalated',
      weakenedDefence: 'clean',
      unguardedPath: 'escalated',
      suppression: 'clean',
      securityTestFailed: 'escalated',
      unreachable: 'clean',
      gate: 'regression',
      protectedPath: 'regression',
      unscannedCode: 'escalated',
      lostCoverage: 'escalated',
    } as const;
    expect(Object.fromEntries(decide(evidence, mild).reasons.map(({ kind, outcome }) => [kind, outcome]))).toEqual({
      'introduced-finding': 'clean',
      'worsened-finding': 'escalated',
      'severity-total': 'clean',
      'lost-defence': 'escalated',
      'weakened-defence': 'clean',
      'unguarded-path': 'escalated',
      suppression: 'clean',
      unreachable: 'clean',
      'security-test-failed': 'escalated',
      'gate-integrity': 'regression',
    });
  });

  it('it tells what is allowed and stays clean', () => {
    const lenient = { ...DEFAULT_POLICY, suppression: 'clean' } as const;
    expect(decide(evidenceOf({ suppressions: [suppression] }), lenient)).toMatchObject({
      outcome: 'clean',
      reasons: [{ kind: 'suppression', outcome: 'clean' }],
    });
  });
});
