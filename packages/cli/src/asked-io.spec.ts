import { describe, expect, it } from 'vitest';
import { askedIo } from './asked-io.ts';
import { ioFor } from './testing/io-for.ts';

const asked = (...argv: readonly string[]) => {
  const { format, quiet, colour, progress } = askedIo(argv, { ...ioFor('/').io, colour: true, progress: true });
  return { format, quiet, colour, progress };
};
const USUAL = { format: 'text', quiet: false, colour: true, progress: true };

describe('when a command line says how to answer', () => {
  it.each([
    [['status'], {}],
    [['status', '--format', 'json'], { format: 'json' }],
    [['--format=json', 'status'], { format: 'json' }],
    [['status', '--format', 'json', '--format', 'text'], {}],
    [['check', '--format', 'sarif'], {}],
    [['chekc', '--such-flag', '--format=json'], { format: 'json' }],
    [['status', '--quiet'], { quiet: true, progress: false }],
    [['status', '--no-color'], { colour: false }],
    [['hook', 'pre-push', '--', '--quiet', '--format=json'], {}],
  ])('%j is understood', (argv, expected) => {
    expect(asked(...argv)).toEqual({ ...USUAL, ...expected });
  });

  it('quiet leaves out notes, and no error', () => {
    const told = ioFor('/');
    const io = askedIo(['--quiet'], told.io);
    io.note('a note');
    io.err('an error');
    expect(told.err()).toBe('an error');
  });
});
