import type { Status } from '@pawl/checkpoint';
import { PLAIN } from '@pawl/report';
import { describe, expect, it } from 'vitest';
import { statusText } from './status-text.ts';

type Lock = NonNullable<Status['lock']>['lock'];

const tool = (name: string, version: string): Lock['tools'][number] => ({ name, version, rulesDigest: 'd', rules: [] });

function statusWith(tools: Lock['tools']): Status {
  const lock: Lock = {
    schema: 'pawl/lock@2',
    repository: '0'.repeat(32),
    sequence: 1,
    previous: null,
    target: 'main',
    commit: 'c'.repeat(40),
    tree: 'd'.repeat(40),
    lockedAt: '2026-01-02T03:04:05.000Z',
    expires: null,
    decision: { kind: 'lock' },
    waivers: [],
    releases: [],
    configuration: {},
    gateFiles: {},
    tools,
    inventory: { digest: 'e'.repeat(64), findings: 0, suppressions: 0, weightedTotal: 0, examined: 0, notExamined: 0 },
  };
  return {
    audience: 'human',
    branch: 'main',
    head: lock.commit,
    lock: { lock, commit: 'f', assurance: 'unsigned' },
    drift: [],
    loop: undefined,
    ahead: 0,
    hooks: [],
    cases: [],
  };
}

describe('when the status is told', () => {
  it('it names the tools that have to be installed, in the versions of the lock', () => {
    const tools = [
      tool('invariants', '1'),
      tool('secrets', '2'),
      tool('semgrep', '1.185.0'),
      tool('log:X\u001b[2J', '3'),
    ];
    expect(statusText(statusWith(tools), PLAIN)).toContain('        tools: semgrep 1.185.0, log:X\\u{1b}[2J 3\n');
  });

  it('it says nothing of tools where there are only those of Pawl', () => {
    expect(statusText(statusWith([tool('invariants', '1')]), PLAIN)).not.toContain('tools');
  });
});
