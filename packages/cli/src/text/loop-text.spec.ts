import type { LoopEnd } from '@pawl/loop';
import { PLAIN } from '@pawl/report';
import { describe, expect, it } from 'vitest';
import { endJson } from './loop-json.ts';
import { endText, newsText, personText } from './loop-text.ts';

const AT = { loop: 'agent/loop', iteration: 3 } as const;
const STOPPED: LoopEnd = {
  ...AT,
  kind: 'stopped',
  case: '3f2a91c0',
  tampering: undefined,
  violated: ['no-new-finding', 'no-rise'],
  checked: undefined,
  aside: 'pawl/stopped/3f2a91c0',
};
const TAMPERED: LoopEnd = {
  ...STOPPED,
  case: undefined,
  tampering: 'lock-changed',
  violated: ['gate-untouched'],
  aside: undefined,
};

describe('when a loop is stopped', () => {
  it('an agent may read that it was, and the case', () => {
    expect(endText(STOPPED, 100)).toBe(
      'pawl: stopped, case 3f2a91c0. Work is paused for human review. Do not continue.\n',
    );
    expect(endText(TAMPERED, 100)).toBe('pawl: stopped. Work is paused for human review. Do not continue.\n');
    const json = { schema: 'pawl/loop@1', event: 'ended', outcome: 'stopped', ...AT };
    expect(JSON.parse(endJson(STOPPED))).toEqual({ ...json, case: '3f2a91c0' });
    expect(JSON.parse(endJson(TAMPERED))).toEqual({ ...json, case: null });
  });

  it('a person reads which criteria were violated, where the work is and what to do', () => {
    expect(personText(STOPPED, PLAIN, 100)).toBe(
      [
        'Stopped at iteration 3 on agent/loop',
        '  violated  no new high or critical finding (no-new-finding)',
        '  violated  no net rise in severity (no-rise)',
        '  work      on the branch pawl/stopped/3f2a91c0, and in the work tree as it is',
        '  next: read it: pawl review 3f2a91c0',
        '        let it go on: pawl release 3f2a91c0, then the same command',
        '',
      ].join('\n'),
    );
  });

  it('a person reads what was done to the gate, where there is no case', () => {
    expect(personText(TAMPERED, PLAIN, 100)).toBe(
      [
        'Stopped at iteration 3 on agent/loop',
        '  violated  the gate is untouched (gate-untouched)',
        '  what      the lock was changed while a command of the loop ran',
        '  next: look at the reflog and put back what was moved; the same command with --resume goes on',
        '',
      ].join('\n'),
    );
  });
});

describe('when a loop is told of', () => {
  it('a step is one line, and what takes long is told in minutes', () => {
    const step = { event: 'agent', iteration: 10, result: 'took too long', seconds: 3600 } as const;
    expect(newsText(step, 100)).toBe('  10  agent      took too long, 60 min 0 s\n');
    expect(newsText({ ...step, event: 'judgement', iteration: 2, result: 'clean', seconds: 59 }, 100)).toBe(
      '   2  judgement  clean, 59 s\n',
    );
  });

  it('the name of a branch gives a terminal no orders', () => {
    expect(newsText({ event: 'left-the-branch', loop: 'agent/\u001b[2Jx' }, 100)).toContain('\\u{1b}[2Jx');
    const interrupted: LoopEnd = { ...AT, kind: 'could-not-tell', why: 'no\u001b[2J', checked: undefined };
    expect(endText(interrupted, 100)).toContain('no\\u{1b}[2J');
  });

  it('what ended well says where the commit is', () => {
    const end: LoopEnd = { ...AT, kind: 'interrupted' };
    expect(endText(end, 100)).toBe('pawl: interrupted at iteration 3; the same command goes on\n');
    expect(personText(end, PLAIN, 100)).toBe('');
    expect(endText({ ...AT, kind: 'exhausted', testLog: '/r/test.log' }, 100)).toMatch(
      /^pawl: not accepted: .* within 3 iterations\n/u,
    );
  });
});
