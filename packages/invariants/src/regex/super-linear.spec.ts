import { describe, expect, it } from 'vitest';
import { isSuperLinear } from './super-linear.ts';

describe('when a regular expression is searched for in a hostile text', () => {
  it.each([
    [/^[a-z]+$/, 'no'],
    [/^(?:a|b)*$/, 'no'],
    [/a{1,100}b/, 'no'],
    [/\s+$/, 'polynomial'],
    [/^\d*\w*x$/, 'polynomial'],
    [/^(?:a+){3}b$/, 'polynomial'],
    [/^(a+)+$/, 'exponential'],
    [/^(?:\w+\s?)*$/, 'exponential'],
    [/a+b/y, 'no'],
  ])('it tells of %s: %s', ({ source, flags }, growth) => {
    expect(isSuperLinear({ source, flags, flavour: 'javascript' })).toBe(growth);
  });

  it('it reads Python and knows where the call holds the match', () => {
    const python = { source: String.raw`(?P<word>\w+)!`, flags: '', flavour: 'python' } as const;
    expect(isSuperLinear(python)).toBe('polynomial');
    expect(isSuperLinear({ ...python, held: 'start' })).toBe('no');
  });

  it('it does not know what it cannot read', () => {
    expect(isSuperLinear({ source: '(', flags: '', flavour: 'javascript' })).toBe('unknown');
    expect(isSuperLinear({ source: '(?>a+)+', flags: '', flavour: 'python' })).toBe('unknown');
  });
});
