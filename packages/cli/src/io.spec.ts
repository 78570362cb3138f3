import { describe, expect, it } from 'vitest';
import { columnsFor, hasColours } from './io.ts';

describe('when it is found out how wide a line may be', () => {
  it.each([
    ['a terminal', {}, 87, 87],
    ['a wide one', {}, 250, 120],
    ['a narrow one', {}, 20, 40],
    ['none', {}, undefined, 100],
    ['one that does not know', {}, 0, 100],
    ['COLUMNS beside it', { COLUMNS: '80' }, 120, 80],
    ['COLUMNS without end', { COLUMNS: '999999' }, undefined, 999_999],
    ['COLUMNS that is no number', { COLUMNS: 'wide' }, 90, 90],
  ])('it is right for %s', (_, env, terminal, expected) => {
    expect(columnsFor(env, terminal)).toBe(expected);
  });
});

describe('when it is found out whether there are colours', () => {
  it.each([
    ['a terminal', {}, true, true],
    ['a pipe', {}, false, false],
    ['NO_COLOR', { NO_COLOR: '1' }, true, false],
    ['an empty NO_COLOR', { NO_COLOR: '' }, true, true],
    ['NO_COLOR and FORCE_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    ['FORCE_COLOR in a pipe', { FORCE_COLOR: '1' }, false, true],
    ['FORCE_COLOR=0 in a terminal', { FORCE_COLOR: '0' }, true, false],
    ['a dumb terminal', { TERM: 'dumb' }, true, false],
    ['a build server that has a terminal', { CI: 'true' }, true, false],
  ])('it is right for %s', (_, env, isTerminal, expected) => {
    expect(hasColours(env, isTerminal)).toBe(expected);
  });
});
