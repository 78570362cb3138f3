import { describe, expect, it } from 'vitest';
import type { Replay } from '../plan/plan-replay.ts';
import type { Judged, RuleOfReason, State, Task, TaskKind } from '../task.ts';
import { type Done, summarise } from './summarise.ts';

const GUARD: RuleOfReason = { kind: 'lost-defence', outcome: 'regression', rule: 'lost-guard', tool: 'invariants' };
const FILE: RuleOfReason = { kind: 'protected-path', outcome: 'escalated', rule: 'deployment-file', tool: null };
const UNREAD: RuleOfReason = { kind: 'not-examined', outcome: 'inconclusive', rule: 'syntax-error', tool: null };

function done(kind: TaskKind, commit: string, state: State, rules: readonly RuleOfReason[] = [], ms = 10): Done {
  const judged: Judged = { state, reasons: [], more: 0, rules, ms, processorMs: ms / 2 };
  const task: Task = { kind, commit: id(commit), base: id(`${commit}0`), head: id(`${commit}1`) };
  return { task, judged };
}

function id(name: string): string {
  return name.padEnd(40, 'f');
}

const NONE: Replay = { tip: id('a'), ordinary: [], fixes: [], olderFixes: 0, leftOut: [] };

describe('when a run is summarised', () => {
  it('what could not be told is neither stopped nor clean', () => {
    const { counts, couldNotTell } = summarise(
      [
        done('ordinary', 'a', 'clean'),
        done('ordinary', 'b', 'stopped', [FILE]),
        done('ordinary', 'c', 'stopped', [GUARD, FILE]),
        done('ordinary', 'd', 'could-not-tell', [UNREAD]),
      ],
      NONE,
      'full',
    );
    const { interval, ...ordinary } = counts.ordinary;
    expect(ordinary).toEqual({ judged: 4, stopped: 2, regressions: 1, couldNotTell: 1, clean: 1, rate: 0.5 });
    // (2/4 + z²/8 ± z √(0.0625 + z²/64)) / (1 + z²/4), z² = 3.8415
    expect(interval?.low).toBeCloseTo(0.15, 3);
    expect(interval?.high).toBeCloseTo(0.85, 3);
    expect(couldNotTell.map(({ commit }) => commit)).toEqual([id('d')]);
  });

  it('where nothing was judged there is no rate', () => {
    const { counts } = summarise([done('ordinary', 'a', 'clean')], NONE, 'full');
    expect(counts.fix).toEqual({
      judged: 0,
      stopped: 0,
      regressions: 0,
      couldNotTell: 0,
      clean: 0,
      rate: null,
      interval: null,
    });
  });

  it('reasons are counted by commit, of ordinary ones, and only where they stop', () => {
    const { stoppedBy } = summarise(
      [
        done('ordinary', 'a', 'stopped', [FILE, UNREAD]),
        done('ordinary', 'b', 'stopped', [GUARD, FILE]),
        done('put-back', 'c', 'stopped', [GUARD]),
        done('ordinary', 'd', 'could-not-tell', [UNREAD]),
      ],
      NONE,
      'full',
    );
    expect(stoppedBy).toEqual([
      { ...FILE, commits: 2 },
      { ...GUARD, commits: 1 },
    ]);
  });

  it('each commit comes with the command that shows it', () => {
    const ordinary = [
      { id: id('a'), parents: [id('a0')], parent: id('a0'), date: '2026-01-01', message: 'one\n\ntwo' },
    ];
    const { stopped } = summarise([done('ordinary', 'a', 'stopped', [GUARD])], { ...NONE, ordinary }, 'fast');
    expect(stopped).toEqual([
      expect.objectContaining({
        subject: 'one',
        command: `pawl check --base a0${'f'.repeat(10)} --head a1${'f'.repeat(10)} --tier fast --audience human`,
      }),
    ]);
  });

  it('a fix has both halves, and its command undoes it', () => {
    const fix = { id: id('b'), parents: [id('b0')], parent: id('b0'), date: '2026-01-01', message: 'fix XSS' };
    const code = { files: [], without: [] };
    const fixes = [{ ...fix, by: 'message', words: ['xss'], code } as const];
    const both = [done('put-back', 'b', 'stopped', [GUARD]), done('fix', 'b', 'clean')];
    const told = summarise(both, { ...NONE, fixes }, 'full').fixes;
    expect(told).toEqual([
      expect.objectContaining({ commit: id('b'), subject: 'fix XSS', by: 'message', words: ['xss'] }),
    ]);
    expect(told[0]?.putBack).toMatchObject({
      state: 'stopped',
      command: `pawl check --base b${'f'.repeat(11)} --head b${'f'.repeat(11)}^ --audience human`,
    });
    expect(told[0]?.asMade.state).toBe('clean');
  });

  it('times are those of the judgements', () => {
    const all = Array.from({ length: 20 }, (_, at) => done('ordinary', `${at}x`, 'clean', [], at + 1));
    const { time } = summarise(all, NONE, 'full');
    expect(time).toMatchObject({ median: 10, p95: 19, total: 210, processor: { median: 5, p95: 9.5, total: 105 } });
    expect(time.slowest.map(({ ms }) => ms)).toEqual([20, 19, 18, 17, 16]);
  });
});
