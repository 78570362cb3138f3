import type { Coverage, InvariantFinding, Suppression } from '@pawl/findings';
import { describe, expect, it } from 'vitest';
import { lockDelta, type LockChange, type LockSide } from './lock-delta.ts';
import { findingOf } from './testing/finding-of.ts';
import { waiverOf, NOW } from './testing/waiver-of.ts';
import { waiversAfterRelock } from './waivers-after-relock.ts';

const NOTHING: Coverage = { examined: [], notExamined: [] };
const probe = { name: 'probe', version: '1', rulesDigest: 'd', rules: [] };
const inventory = (over: Partial<LockSide['inventory']> = {}): LockSide['inventory'] => ({
  schema: 'pawl/inventory@1',
  findings: [],
  suppressions: [],
  coverage: NOTHING,
  ...over,
});
const side = (over: Partial<LockSide> = {}): LockSide => ({
  configuration: { exclude: [], policy: { gate: 'escalated' } },
  gateFiles: { '.husky/pre-commit': '1' },
  tools: [probe],
  inventory: inventory(),
  ...over,
});
const suppression: Suppression = {
  tool: 'bandit',
  rules: [],
  scope: 'file',
  code: '',
  text: '# nosec',
  location: { file: 'a.py', line: 1, symbol: '' },
};

/** Direction and kind, which is all that most of these ask for. */
function told(before: LockSide, after: LockSide, defences: readonly InvariantFinding[] = []): readonly string[] {
  return lockDelta(before, after, defences).map(({ direction, kind }: LockChange) => `${direction} ${kind}`);
}

describe('when a person locks again', () => {
  it('nothing is told where nothing changed', () => {
    expect(told(side(), side())).toEqual([]);
  });

  it('findings that are new, worse or gone are told, the worse ones first', () => {
    const before = inventory({ findings: [findingOf('gone'), findingOf('x', 'a.ts:1', 'low'), findingOf('same')] });
    const after = inventory({ findings: [findingOf('same'), findingOf('new'), findingOf('x', 'a.ts:1', 'high')] });
    expect(told(side({ inventory: before }), side({ inventory: after }))).toEqual([
      'worse finding',
      'worse worsened',
      'better finding',
    ]);
  });

  it('a defence that code lost meanwhile is told, though no inventory has it', () => {
    const lost: InvariantFinding = { ...findingOf('guard'), kind: 'lost-defence' };
    expect(told(side(), side(), [lost])).toEqual(['worse defence']);
  });

  it('suppressions are told both ways', () => {
    const silenced = side({ inventory: inventory({ suppressions: [suppression] }) });
    expect(told(side(), silenced)).toEqual(['worse suppression']);
    expect(told(silenced, side())).toEqual(['better suppression']);
  });

  it.each([
    ['exclude', { exclude: ['**'], policy: { gate: 'escalated' } }, '[]', '["**"]'],
    ['policy.gate', { exclude: [], policy: { gate: 'clean' } }, '"escalated"', '"clean"'],
    ['policy.gate', { exclude: [], policy: {} }, '"escalated"', undefined],
    ['policy', { exclude: [], policy: null }, '{"gate":"escalated"}', 'null'],
    ['people', { exclude: [], policy: { gate: 'escalated' }, people: 'report' }, undefined, '"report"'],
  ])('the setting %s is told by itself', (setting, configuration, was, is) => {
    expect(lockDelta(side(), side({ configuration }), [])).toEqual([
      { kind: 'setting', direction: 'unknown', setting, was, is },
    ]);
  });

  it('gate files are told', () => {
    const after = side({ gateFiles: { '.husky/pre-commit': null, '.husky/pre-push': '2' } });
    expect(lockDelta(side(), after, [])).toEqual([
      { kind: 'gate-file', direction: 'unknown', file: '.husky/pre-commit', change: 'deleted' },
      { kind: 'gate-file', direction: 'unknown', file: '.husky/pre-push', change: 'added' },
    ]);
  });
});

describe('when a tool changed between two locks', () => {
  const found = { ...findingOf('x'), tool: 'new' };
  const tool = { ...probe, name: 'new' };

  it('a new one is better where it finds nothing, and else has to be looked at once', () => {
    expect(told(side(), side({ tools: [probe, tool] }))).toEqual(['better tool']);
    const after = side({ tools: [probe, tool], inventory: inventory({ findings: [found, found] }) });
    expect(lockDelta(side(), after, [])).toEqual([
      { kind: 'tool', direction: 'unknown', before: undefined, after: tool, findings: [found, found] },
    ]);
  });

  it('one that is gone is worse, and what it found is not called mended', () => {
    const before = side({ tools: [probe, tool], inventory: inventory({ findings: [found] }) });
    expect(told(before, side())).toEqual(['worse tool']);
  });

  it.each([{ version: '2' }, { rulesDigest: 'e' }])('one with %j has to be looked at', (over) => {
    expect(told(side(), side({ tools: [{ ...probe, ...over }] }))).toEqual(['unknown tool']);
  });
});

describe('when coverage changed between two locks', () => {
  const examined = { examined: [{ file: 'a.ts', blob: '1', by: 'probe' }], notExamined: [] };
  const blind: Coverage = {
    examined: [],
    notExamined: [{ file: 'a.ts', blob: '2', by: 'probe', code: 'too-large', why: 'it is too large' }],
  };
  const by = (coverage: Coverage): LockSide => side({ inventory: inventory({ coverage }) });

  it('a file that nobody examines any more is worse, once', () => {
    expect(lockDelta(by(examined), by(blind), [])).toEqual([
      { kind: 'coverage', direction: 'worse', file: 'a.ts', by: 'probe', why: 'it is too large' },
    ]);
  });

  it('so is a new one that nobody examines', () => {
    expect(told(side(), by(blind))).toEqual(['worse coverage']);
  });

  it('so is one of which a tool says nothing any more', () => {
    const other = { examined: [{ file: 'a.ts', blob: '1', by: 'other' }], notExamined: [] };
    expect(told(by(examined), by(other))).toEqual(['worse coverage']);
  });

  it('one that is examined now is better, and one that is gone owes nothing', () => {
    expect(told(by(blind), by(examined))).toEqual(['better coverage']);
    expect(told(by(examined), side())).toEqual([]);
  });
});

describe('when a baseline is locked that has what was waived', () => {
  const [x, y] = [findingOf('x'), findingOf('y')];
  const waivers = [waiverOf(x), waiverOf(y)];

  it('its waiver ends: the next copy is another one', () => {
    expect(waiversAfterRelock(waivers, inventory(), inventory({ findings: [x] }), NOW)).toEqual([waiverOf(y)]);
  });

  it('one for a second copy stays while there is only the first', () => {
    const one = inventory({ findings: [x] });
    expect(waiversAfterRelock(waivers, one, one, NOW)).toEqual(waivers);
    expect(waiversAfterRelock(waivers, one, inventory({ findings: [x, x] }), NOW)).toEqual([waiverOf(y)]);
  });

  it('expired ones end anyway', () => {
    expect(waiversAfterRelock(waivers, inventory(), inventory(), new Date('2027-01-01T00:00:00Z'))).toEqual([]);
  });
});
