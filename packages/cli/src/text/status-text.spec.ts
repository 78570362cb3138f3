import type { Status } from '@pawl/checkpoint';
import { PLAIN } from '@pawl/report';
import { describe, expect, it } from 'vitest';
import { describeDocument } from '../testing/documents.ts';
import { HOSTILE, HOSTILE_TEXT } from '../testing/hostile.ts';
import { COMMIT, lockOf, toolOf } from '../testing/lock-of.ts';
import { describeOutput } from '../testing/shows.ts';
import { statusJson } from './status-json.ts';
import { statusText, type ToldStatus } from './status-text.ts';

const hooks = (state: 'installed' | 'missing', why: string): Status['hooks'] =>
  (['pre-commit', 'pre-merge-commit', 'pre-push', 'reference-transaction'] as const).map((hook) => ({
    hook,
    state,
    why,
  }));
const question = { lock: 'l', base: 'b', tree: 't', tier: 'full' } as const;

const empty: ToldStatus = {
  audience: 'human',
  branch: 'main',
  head: undefined,
  lock: undefined,
  ahead: undefined,
  drift: [],
  loop: undefined,
  hooks: [],
  cases: [],
};

const typical: ToldStatus = {
  ...empty,
  branch: 'agent/login',
  head: '9c1be07a5d3386c1c0d9a7be51f2c3d4e5f64f2d',
  lock: {
    lock: lockOf({ tools: [toolOf('invariants', '1'), toolOf('semgrep', '1.185.0'), toolOf('bandit', '1.8.6')] }),
    commit: 'f',
    assurance: 'advisory',
  },
  ahead: 3,
  drift: [{ tip: COMMIT, weight: 0, limit: 20, isAtLeast: false }],
  loop: { name: 'agent/login', checkpoints: 12, latch: [] },
  hooks: hooks('installed', ''),
};

const failing: ToldStatus = {
  ...typical,
  drift: [{ tip: '7a5d3386c1c0d9a7be51f2c3d4e5f64f2d9c1be0', weight: 12, limit: 20, isAtLeast: true }],
  loop: { name: 'agent/login', checkpoints: 13, latch: ['7a494716'] },
  hooks: [
    ...hooks('installed', '').slice(0, 3),
    { hook: 'reference-transaction', state: 'missing', why: 'no script of ours is there' },
  ],
  cases: [
    { id: '7a494716', openedAt: '2026-01-03T10:20:30.000Z', question },
    { id: '0c3e55d1', openedAt: '2026-01-02T18:00:00.000Z', question },
  ],
  owed: {
    deliveries: [
      { kind: 'sent', channel: 'mail', case: '7a494716' },
      {
        kind: 'failed',
        channel: 'chat',
        case: '7a494716',
        why: 'its host cannot be reached',
        next: 'is the address in "notify" of pawl.config.jsonc right, and is the host up?',
      },
    ],
    damaged: [],
    fault: undefined,
  },
};

const hostile: ToldStatus = {
  ...failing,
  branch: HOSTILE.longPath,
  lock: {
    lock: lockOf({ target: HOSTILE_TEXT, tools: [toolOf(HOSTILE.azure, HOSTILE.ansi), toolOf(HOSTILE.wide, '1')] }),
    commit: 'f',
    assurance: 'unsigned',
  },
  loop: { name: HOSTILE_TEXT, checkpoints: 1, latch: ['7a494716'] },
  hooks: [{ hook: 'pre-commit', state: 'missing', why: HOSTILE_TEXT }],
  cases: [{ id: '7a494716', openedAt: HOSTILE.githubLine, question }],
  owed: {
    deliveries: [{ kind: 'failed', channel: HOSTILE.github, case: '7a494716', why: HOSTILE_TEXT, next: HOSTILE.shell }],
    damaged: [HOSTILE.longPath],
    fault: { why: HOSTILE.lines, next: HOSTILE.azureFormat },
  },
};

const STATES = { empty, typical, failing, hostile };

describeOutput('status', STATES, statusText, { mayBeLonger: ['pawl check --base'] });
describeDocument('status', STATES, statusJson);

describe('when the status is told', () => {
  const lines = (over: Partial<ToldStatus>): string => statusText({ ...typical, ...over }, PLAIN, 100);

  it('it says nothing of tools where there are only those of Pawl', () => {
    const lock = { lock: lockOf({ tools: [toolOf('invariants', '1')] }), commit: 'f', assurance: 'unsigned' } as const;
    expect(lines({ lock })).not.toContain('tools');
  });

  it('hooks that stand alike are one thing to know', () => {
    const missing = typical.hooks.map(
      ({ hook }) => ({ hook, state: 'missing', why: `/r/${hook} is not there` }) as const,
    );
    expect(lines({ hooks: missing })).toMatch(
      /^hooks {3}pre-commit, .*, reference-transaction: missing, \/r\/HOOK is not there$/mu,
    );
    expect(lines({ hooks: missing.slice(0, 1) })).toContain('pre-commit: missing, /r/pre-commit is not there');
  });

  it('a person is told how to read a case, and an agent is not', () => {
    expect(lines({ cases: failing.cases })).toContain('pawl review 7a494716');
    expect(lines({ cases: failing.cases, audience: 'agent' })).not.toContain('review');
    expect(statusJson({ ...failing, audience: 'agent' })).not.toContain('review');
  });
});
