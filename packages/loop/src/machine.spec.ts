import { describe, expect, it } from 'vitest';
import { BEGINNING, type CommandEnd, type LoopState, next, type Phase, resumed, stillStopped } from './machine.ts';

const green: CommandEnd = { kind: 'ended', status: 0, output: 'ok' };
const red: CommandEnd = { kind: 'ended', status: 1, output: 'one test failed' };
const slow: CommandEnd = { kind: 'timed-out', minutes: 15, output: 'still at it' };
const killed: CommandEnd = { kind: 'killed', signal: 'SIGKILL', output: 'half a' };
const absent: CommandEnd = { kind: 'not-started', why: 'the shell ended with 127' };

function at(phase: Phase, iteration = 2, feedback = ''): LoopState {
  return { phase, iteration, feedback };
}

describe('when the agent has run', () => {
  it.each([
    ['well', green],
    ['with another status: the tests say whether it is done', red],
  ])('it is tested, if it ended %s', (_, end) => {
    expect(next(at('agent'), { kind: 'agent', end }, 10)).toEqual({ state: at('tests'), action: 'run-tests' });
  });

  it.each([
    ['took too long', slow, 'The last run was ended after 15 minutes.\n'],
    ['was killed', killed, 'The last run was ended by SIGKILL.\n'],
  ])('nothing is tested if it %s: the next iteration is told', (_, end, feedback) => {
    const step = next(at('agent', 2), { kind: 'agent', end }, 10);
    expect(step).toEqual({ state: at('agent', 3, feedback), action: 'run-agent' });
  });

  it('nobody could tell if there is no such command, and the iteration is not used up', () => {
    expect(next(at('agent', 2), { kind: 'agent', end: absent }, 10)).toEqual({
      state: at('agent', 2),
      action: 'end',
      status: 2,
    });
  });
});

describe('when the tests have run', () => {
  it('green ones are judged', () => {
    expect(next(at('tests'), { kind: 'tests', end: green }, 10)).toEqual({ state: at('judge'), action: 'judge' });
  });

  it.each([
    ['red ones', red, 'one test failed'],
    ['those that took too long', slow, 'still at it\nThe tests were ended after 15 minutes.\n'],
    ['those that were killed', killed, 'half a\nThe tests were ended by SIGKILL.\n'],
  ])('%s are the feedback of the next iteration', (_, end, feedback) => {
    const step = next(at('tests', 2), { kind: 'tests', end }, 10);
    expect(step).toEqual({ state: at('agent', 3, feedback), action: 'run-agent' });
  });

  it('nobody could tell if there is no such command', () => {
    expect(next(at('tests'), { kind: 'tests', end: absent }, 10)).toMatchObject({ action: 'end', status: 2 });
  });

  it('it ends at the last iteration, and keeps the feedback for whoever goes on', () => {
    const step = next(at('tests', 10), { kind: 'tests', end: red }, 10);
    expect(step).toEqual({ state: at('exhausted', 10, 'one test failed'), action: 'end', status: 1 });
    expect(resumed(step.state, 10)).toEqual({ ...step });
    expect(resumed(step.state, 12)).toEqual({ state: at('agent', 11, 'one test failed'), action: 'run-agent' });
  });
});

describe('when it was judged', () => {
  it('what is clean is accepted, and only then it is over', () => {
    const step = next(at('judge'), { kind: 'judged', as: 'clean' }, 10);
    expect(step).toEqual({ state: at('judge'), action: 'accept' });
    expect(next(step.state, { kind: 'accepted' }, 10)).toEqual({ state: at('accepted'), action: 'end', status: 0 });
  });

  it('what is stopped ends it, and leaves no feedback', () => {
    const step = next(at('judge'), { kind: 'judged', as: 'stopped' }, 10);
    expect(step).toEqual({ state: at('stopped'), action: 'end', status: 1 });
    expect(stillStopped(step.state)).toEqual(step);
  });

  it('what nobody could tell ends it with 2, and is tried again', () => {
    const step = next(at('judge'), { kind: 'judged', as: 'unknown' }, 10);
    expect(step).toEqual({ state: at('judge'), action: 'end', status: 2 });
    expect(resumed(step.state, 10).action).toBe('run-tests');
  });

  it('it was not, where the lock or the base is another one by now', () => {
    for (const phase of ['agent', 'tests'] as const)
      expect(next(at(phase, 2, 'x'), { kind: 'tampered' }, 10)).toEqual({
        state: at('stopped'),
        action: 'end',
        status: 1,
      });
  });
});

describe('when it goes on', () => {
  it.each([
    ['agent', 'agent', 'run-agent'],
    ['tests', 'tests', 'run-tests'],
    // Whoever writes "green" into the file has not made them so.
    ['judge', 'tests', 'run-tests'],
  ] as const)('from the phase %s it is in the phase %s, of the same iteration', (from, to, action) => {
    expect(resumed(at(from, 4), 10)).toEqual({ state: at(to, 4), action });
  });

  it('after a stop it is the next iteration', () => {
    expect(resumed(at('stopped', 4), 10)).toEqual({ state: at('agent', 5), action: 'run-agent' });
  });

  it('an interruption changes nothing', () => {
    for (const phase of ['agent', 'tests'] as const) {
      const step = next(at(phase), { kind: phase, end: { kind: 'interrupted' } }, 10);
      expect(step).toEqual({ state: at(phase), action: 'end', status: 2 });
    }
    expect(next(at('judge'), { kind: 'interrupted' }, 10)).toEqual({ state: at('judge'), action: 'end', status: 2 });
  });
});

describe('whatever happens', () => {
  const ends: readonly CommandEnd[] = [green, red, slow, killed, absent, { kind: 'interrupted' }];

  it('only green tests are judged, and only what was judged clean is accepted', () => {
    for (const end of ends) {
      expect(next(BEGINNING, { kind: 'agent', end }, 10).action).not.toMatch(/judge|accept/u);
      expect(next(at('tests'), { kind: 'tests', end }, 10).action === 'judge').toBe(end === green);
    }
    for (const as of ['stopped', 'unknown'] as const)
      expect(next(at('judge'), { kind: 'judged', as }, 10)).toMatchObject({
        action: 'end',
        status: as === 'stopped' ? 1 : 2,
      });
  });

  it('it never runs the agent more often than it may', () => {
    for (const max of [1, 2, 7]) {
      let [step, runs] = [resumed(BEGINNING, max), 0];
      while (step.action !== 'end') {
        if (step.action === 'run-agent') runs += 1;
        step = next(
          step.state,
          step.action === 'run-agent' ? { kind: 'agent', end: green } : { kind: 'tests', end: red },
          max,
        );
      }
      expect([runs, step.status, step.state.phase]).toEqual([max, 1, 'exhausted']);
    }
  });
});
