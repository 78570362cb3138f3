import { expect, it } from 'vitest';
import { linesOf, messageOf } from './message.ts';
import { NOTICE } from './world.fixture.ts';

it('where Pawl could not tell there is no case to review', () => {
  const message = messageOf({ ...NOTICE, outcome: 'inconclusive' });
  expect([message.title, ...linesOf(message)]).toEqual([
    'Pawl: could not tell 1a2b3c4d',
    'Repository: acme/shop',
    'Loop: agent/login',
    'Outcome: inconclusive',
    'Time: 2026-11-23 11:59 UTC',
    'Next: pawl log',
  ]);
});

it('a test is about no loop', () => {
  const message = messageOf({ ...NOTICE, outcome: 'test' });
  expect([message.title, ...linesOf(message)]).toEqual([
    'Pawl: this is a test and nothing was stopped',
    'Repository: acme/shop',
    'Outcome: test',
    'Time: 2026-11-23 11:59 UTC',
    'Next: nothing',
  ]);
});
