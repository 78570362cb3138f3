import { describe, expect, it } from 'vitest';
import { only, told } from '../told.fixture.ts';
import { checkTools } from './check-tools.ts';
import { isAtLeast } from './is-at-least.ts';
import { says } from './says.ts';
import type { ScannerFacts, ToolFacts } from './tool-facts.ts';

const ENGINE = { name: 'invariants', version: '1', rulesDigest: 'abcdef0123456789' };

function facts(over: Partial<ToolFacts> = {}): ToolFacts {
  return {
    node: '20.19.0',
    git: { is: '2.39.5' },
    engines: { here: [ENGINE], locked: [ENGINE] },
    scanners: { is: [] },
    canCache: true,
    ...over,
  };
}

const bandit = (over: Partial<ScannerFacts>): ToolFacts =>
  facts({
    scanners: {
      is: [
        {
          name: 'bandit',
          program: 'bandit',
          pinned: '1.8.6',
          said: { is: 'bandit 1.8.6\n  python version = 3.11' },
          ...over,
        },
      ],
    },
  });

describe('when the tools are looked at', () => {
  it('all is well with what is recent enough', () => {
    expect(told(checkTools(facts()))).toEqual(['node-version ok', 'git-version ok', 'engines ok', 'cache ok']);
  });

  it.each([
    [{ node: '20.18.3' }, 'node-version', 'broken'],
    [{ node: '18.20.0' }, 'node-version', 'broken'],
    [{ node: '22.0.0' }, 'node-version', 'ok'],
    [{ git: { is: '2.38.1' } }, 'git-version', 'weak'],
    [{ git: { is: '2.25.1' } }, 'git-version', 'broken'],
    [{ git: { is: '3.0' } }, 'git-version', 'ok'],
    [{ git: { unread: 'git could not be started', next: 'install git' } }, 'git-version', 'unknown'],
    [{ canCache: false }, 'cache', 'note'],
  ] as const)('%j: %s is %s', (over, check, level) => {
    expect(only(checkTools(facts(over)), check).level).toBe(level);
  });
});

describe('when the lock was made with another version of Pawl', () => {
  it.each([{ version: '2' }, { rulesDigest: 'other' }])('%j is broken', (over) => {
    const found = checkTools(facts({ engines: { here: [ENGINE], locked: [{ ...ENGINE, ...over }] } }));
    expect(only(found, 'engines').level).toBe('broken');
  });

  it('an engine that the lock does not name is not asked for', () => {
    expect(only(checkTools(facts({ engines: { here: [ENGINE], locked: [] } })), 'engines').level).toBe('ok');
  });

  it('without a lock there is nothing to compare with', () => {
    expect(told(checkTools(facts({ engines: { here: [ENGINE], locked: undefined } })))).not.toContain('engines ok');
  });
});

describe('when the lock turns on a scanner', () => {
  it.each([
    ['that says the pinned version', {}, 'ok'],
    ['that says another one', { said: { is: 'bandit 1.9.0' } }, 'broken'],
    ['that is not there', { said: { is: undefined } }, 'broken'],
    ['that does not answer', { said: { unread: 'it timed out', next: undefined } }, 'unknown'],
    ['that the lock does not pin', { pinned: undefined }, 'broken'],
  ] as const)('one %s is told', (_, over, level) => {
    expect(only(checkTools(bandit(over)), 'scanners').level).toBe(level);
  });

  it('scanners that cannot be told are not called well', () => {
    expect(only(checkTools(facts({ scanners: { unread: 'no', next: undefined } })), 'scanners').level).toBe('unknown');
  });
});

describe('when versions are compared', () => {
  it.each([
    ['20.19.0', '20.19.0', true],
    ['20.19', '20.19.0', true],
    ['20.9.0', '20.19.0', false],
    ['21.0.0', '20.19.0', true],
    ['nonsense', '1.0', false],
    ['', '1.0', false],
  ])('%j is at least %j: %j', (version, least, answer) => {
    expect(isAtLeast(version, least)).toBe(answer);
  });

  it.each([
    ['1.2', '1.2', true],
    ['v1.2.3', '1.2.3', true],
    ['Tool, version 1.2.3.', '1.2.3', true],
    ['11.2', '1.2', false],
    ['1.2.3', '1.2', false],
    ['1.2.3-rc1', '1.2.3', false],
    ['a tool without numbers\n', 'a tool without numbers', true],
  ])('%j says %j: %j', (text, version, answer) => {
    expect(says(text, version)).toBe(answer);
  });
});
