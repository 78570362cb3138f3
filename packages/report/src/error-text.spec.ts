import { PawlError } from '@pawl/errors';
import { describe, expect, it } from 'vitest';
import { errorText } from './error-text.ts';

describe('errorText', () => {
  it('says what happened, why, and the next command', () => {
    const error = new PawlError('no-lock', 'there is no lock to judge against', { next: 'make one: pawl lock' });
    expect(errorText(error)).toBe('pawl: there is no lock to judge against\n  next: make one: pawl lock\n');
  });

  it('asks for a report where the fault is ours', () => {
    expect(errorText(new TypeError('x is undefined'))).toMatch(
      /^pawl: a fault of Pawl itself, please report it\nTypeError: x is undefined\n/u,
    );
  });

  it('O08 shows control characters of a message instead of sending them', () => {
    expect(errorText(new PawlError('c', 'a\u001b[31mb'))).toBe('pawl: a\\u{1b}[31mb\n');
  });
});
