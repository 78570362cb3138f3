import { describe, expect, it } from 'vitest';
import { told } from '../told.fixture.ts';
import { checkHarnesses } from './check-harnesses.ts';
import type { HarnessesFacts, HarnessSetUp } from './harness-facts.ts';

function facts(state: HarnessSetUp['state'], runner: HarnessesFacts['runner'] = { is: 'ready' }): HarnessesFacts {
  return { harnesses: { is: [{ harness: 'cursor', title: 'Cursor', sign: '.cursor', state }] }, runner };
}

const UNREAD = { unread: 'no', next: undefined };

describe('when the agents that are used are looked at', () => {
  it.each<readonly [string, HarnessesFacts, string]>([
    ['no agent at all', { harnesses: { is: [] }, runner: { is: 'missing' } }, 'ok'],
    ['one that has our hooks', facts({ is: 'installed' }), 'ok'],
    ['one that has old hooks of ours', facts({ is: 'outdated' }), 'broken'],
    ['one that has none', facts({ is: 'missing' }), 'note'],
    ['one that can have none', facts({ is: 'git-hooks-only' }), 'ok'],
    ['one whose settings cannot be read', facts(UNREAD), 'unknown'],
    ['one whose hooks start nothing', facts({ is: 'installed' }, { is: 'missing' }), 'broken'],
    ['one whose hooks start what cannot be executed', facts({ is: 'installed' }, { is: 'not-executable' }), 'broken'],
    ['one of which nobody knows what its hooks start', facts({ is: 'installed' }, UNREAD), 'unknown'],
    ['agents that cannot be looked for', { harnesses: UNREAD, runner: { is: 'ready' } }, 'unknown'],
  ])('%s', (_, given, level) => {
    expect(told(checkHarnesses(given))).toEqual([`harnesses ${level}`]);
  });

  it('the mend names the agent', () => {
    expect(checkHarnesses(facts({ is: 'missing' }))[0]?.next).toBe('npx pawl init --harness cursor');
  });
});
