import { describe, expect, it } from 'vitest';
import type { Case } from '../dataset/case.ts';
import { fixRow } from '../testing/rows.ts';
import { commandGate } from './command-gate.ts';

const CASE: Case = {
  row: fixRow(),
  kind: 'regression',
  pairs: [],
  unread: [],
  revisions: () => Promise.resolve({ repo: '/r', base: 'aaa', head: 'bbb' }),
};

const judge = (command: string, seconds = 10) => commandGate(command, seconds).judge(CASE);

describe('when a command is the gate', () => {
  it('it is told the repository and both revisions', async () => {
    const question = 'test "{repo} {base} {head} {base}" = "/r aaa bbb aaa" && exit 1';
    expect(await judge(question)).toMatchObject({ score: 1 });
  });

  it.each([
    ['0 is clean', 'exit 0', 0],
    ['1 is a stop', 'exit 1', 1],
  ])('its exit status is the answer: %s', async (_, command, score) => {
    const judgement = await judge(command);
    expect(judgement.score).toBe(score);
    expect(judgement).not.toHaveProperty('fault');
  });

  it.each([
    ['any other status', 'echo broken >&2; exit 2', 10, /^exit status 2: broken$/u],
    ['a command that does not end', 'sleep 60', 0.2, /^exit status 99/u],
  ])('%s is “could not tell”, which stops nothing and is told', async (_, command, seconds, fault) => {
    const judgement = await judge(command, seconds);
    expect(judgement.score).toBe(0);
    expect(judgement.fault).toMatch(fault);
  });

  it('reasons that it prints as JSON are read, and nothing else that it prints', async () => {
    const printed = `{"reasons":[{"file":"a.js","line":3,"symbol":"f","rule":"lost-guard","message":"m"},{"rule":"x"},{"file":"b.js"}]}`;
    expect((await judge(`echo '${printed}'; exit 1`)).reasons).toEqual([
      { file: 'a.js', line: 3, symbol: 'f', rule: 'lost-guard', message: 'm' },
      { file: 'b.js', line: null, symbol: '', rule: '', message: '' },
    ]);
    expect((await judge('echo stopped; exit 1')).reasons).toEqual([]);
  });
});
