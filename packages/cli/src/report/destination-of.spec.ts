import { describe, expect, it } from 'vitest';
import { destinationOf, type Wanted } from './destination-of.ts';

const AT_TERMINAL: Wanted = {
  format: 'html',
  out: undefined,
  isTerminal: true,
  cwd: '/project/src',
  folder: '/project/.git/pawl',
};

describe('when a report is made', () => {
  it('a page for a person at a terminal lies where git never tracks it', () => {
    expect(destinationOf(AT_TERMINAL)).toEqual({ kind: 'file', file: '/project/.git/pawl/report.html' });
  });

  it('a page that is piped goes to standard output', () => {
    expect(destinationOf({ ...AT_TERMINAL, isTerminal: false })).toEqual({ kind: 'stdout' });
  });

  it('data goes to standard output', () => {
    expect(destinationOf({ ...AT_TERMINAL, format: 'json' })).toEqual({ kind: 'stdout' });
  });

  it('a file that was named is from the current folder', () => {
    expect(destinationOf({ ...AT_TERMINAL, out: '../drift.html' })).toEqual({
      kind: 'file',
      file: '/project/drift.html',
    });
    expect(destinationOf({ ...AT_TERMINAL, format: 'json', out: 'drift.json' })).toEqual({
      kind: 'file',
      file: '/project/src/drift.json',
    });
  });

  it('- is standard output', () => {
    expect(destinationOf({ ...AT_TERMINAL, out: '-' })).toEqual({ kind: 'stdout' });
  });
});
