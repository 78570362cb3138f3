import { describe, expect, it } from 'vitest';
import { LoopError } from './loop-error.ts';
import { commandsDigest, parseRun, type Run } from './run-document.ts';

const RUN: Run = {
  schema: 'pawl/run@1',
  loop: 'agent/loop',
  gitDir: '/repository/.git',
  commands: commandsDigest({ agent: 'a', test: 't' }),
  state: { phase: 'tests', iteration: 3, feedback: 'red\n' },
  tree: null,
  case: null,
  refs: { 'refs/heads/main': '0'.repeat(40), 'refs/remotes/origin/main': null },
  child: { pid: 4711, started: '12345', host: 'here' },
};

function codeOf(text: string): string {
  try {
    parseRun(text, 'run.json');
    return 'none';
  } catch (error) {
    if (error instanceof LoopError) return error.code;
    throw error;
  }
}

describe('when a run is read again', () => {
  it('it is what was written', () => {
    expect(parseRun(JSON.stringify(RUN), 'run.json')).toEqual(RUN);
    expect(codeOf(JSON.stringify({ ...RUN, child: null }))).toBe('none');
  });

  it.each<[string, unknown]>([
    ['no object', []],
    ['another schema', { ...RUN, schema: 'pawl/run@2' }],
    ['no branch', { ...RUN, loop: undefined }],
    ['an unknown phase', { ...RUN, state: { ...RUN.state, phase: 'done' } }],
    ['an iteration that is no number', { ...RUN, state: { ...RUN.state, iteration: '3' } }],
    ['an iteration below the first', { ...RUN, state: { ...RUN.state, iteration: -1 } }],
    ['feedback that is no text', { ...RUN, state: { ...RUN.state, feedback: null } }],
    ['a tree that is no text', { ...RUN, tree: 7 }],
    ['refs that are none', { ...RUN, refs: ['refs/heads/main'] }],
    // To end "process 1" or "process -1" is to end everything.
    ['a process that is everybody', { ...RUN, child: { pid: 1, started: '1', host: 'here' } }],
    ['a process below zero', { ...RUN, child: { pid: -1, started: '1', host: 'here' } }],
  ])('%s is damage', (_, value) => {
    expect(codeOf(JSON.stringify(value))).toBe('damaged-run');
  });

  it('a text that was cut is damage', () => {
    expect(codeOf(JSON.stringify(RUN).slice(0, -1))).toBe('damaged-run');
    expect(codeOf('')).toBe('damaged-run');
  });

  it('it tells one pair of command lines from another', () => {
    expect(commandsDigest({ agent: 'a t', test: '' })).not.toBe(commandsDigest({ agent: 'a', test: 't' }));
  });
});
