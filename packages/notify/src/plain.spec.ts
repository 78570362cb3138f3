import { describe, expect, it } from 'vitest';
import { plain } from './plain.ts';
import { HOSTILE_NAMES } from './world.fixture.ts';

describe('when a name is told', () => {
  it.each([
    ['agent/login', 'agent/login'],
    ['release-1.2_rc', 'release-1.2_rc'],
    ['acme shop', 'acme shop'],
  ])('an ordinary one stays as it is: %s', (name, told) => {
    expect(plain(name)).toBe(told);
  });

  it.each([
    ['a\r\nBcc: x', 'a%0D%0ABcc%3A x'],
    ['<!channel>', '%3C%21channel%3E'],
    ['@here', '%40here'],
    ['[a](b)', '%5Ba%5D%28b%29'],
    ['www.evil.example', 'www%2Eevil%2Eexample'],
    ['100%', '100%25'],
    ['$(id)`id`', '%24%28id%29%60id%60'],
    ['\\u0041', '%5Cu0041'],
    ['größe', 'gr%C3%B6%C3%9Fe'],
    ['\ud800', '%EF%BF%BD'],
    ['-e', '%2De'],
    [' x  y ', '%20x %20y%20'],
    ['', 'unnamed'],
  ])('%j is told as %s', (name, told) => {
    expect(plain(name)).toBe(told);
  });

  it.each(HOSTILE_NAMES)('nothing is left that anything interprets: %j', (name) => {
    expect(plain(name)).toMatch(/^[A-Za-z0-9._/%][A-Za-z0-9._/% -]{0,79}$/u);
  });

  it('two names that differ early are told apart', () => {
    expect(plain('a%0Ab')).not.toBe(plain('a\nb'));
  });

  it.each([0, 1, 2])('one that is too long is cut, and not within an escape (%i letters before)', (before) => {
    const told = plain(`${'a'.repeat(before)}${'\n'.repeat(200)}`);
    expect(told).toMatch(/^a*(?:%0A)+\.\.\.$/u);
    expect(told.length).toBeLessThanOrEqual(80);
  });
});
