import { PawlError } from '@pawl/errors';
import { describe, expect, it } from 'vitest';
import { errorJson, errorText } from './error-text.ts';

const noLock = new PawlError('no-lock', 'there is no lock to judge against', { next: 'make one: pawl lock' });

describe('errorText', () => {
  it('says what happened, why, and the next command', () => {
    expect(errorText(noLock)).toBe('pawl: there is no lock to judge against\n  next: make one: pawl lock\n');
  });

  it('breaks a long sentence, and no command', () => {
    const next = 'ask for another one: pawl check --base 4f2d9c1be07a --head 9c1be07a5d33';
    const error = new PawlError('c', `${'a word '.repeat(8)}at the end\nand another line`, { next });
    expect(errorText(error, 40)).toBe(
      [
        'pawl: a word a word a word a word a word',
        '  a word a word a word at the end',
        '  and another line',
        '  next: ask for another one:',
        '        pawl check --base 4f2d9c1be07a --head 9c1be07a5d33',
        '',
      ].join('\n'),
    );
  });

  it('keeps the indentation of what points into code', () => {
    const error = new PawlError('c', 'x is wrong:\n  1 | {  x }\n    |    ^');
    for (const columns of [Infinity, 40])
      expect(errorText(error, columns)).toBe('pawl: x is wrong:\n    1 | {  x }\n      |    ^\n');
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

describe('errorJson', () => {
  it('is one line with what a program needs', () => {
    expect(errorJson(noLock)).toBe(
      '{"schema":"pawl/error@1","code":"no-lock","message":"there is no lock to judge against","next":"make one: pawl lock"}\n',
    );
  });

  it('says plainly that a fault is ours', () => {
    expect(JSON.parse(errorJson(new TypeError('x')))).toMatchObject({ schema: 'pawl/error@1', code: 'fault' });
    expect(JSON.parse(errorJson('thrown'))).toMatchObject({ code: 'fault', message: 'thrown' });
  });

  it('O08 writes what a terminal or a build server obeys as an escape, and it stays the same text', () => {
    const message = 'a\u009b2J\u202e\u{e0001} ##vso[x]\n';
    const text = errorJson(new PawlError('c', message));
    expect(text).not.toMatch(/[\u009b\u202e\u{e0001}]|##vso/u);
    expect(JSON.parse(text)).toMatchObject({ message, next: null });
  });
});
