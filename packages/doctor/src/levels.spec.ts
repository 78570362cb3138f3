import { describe, expect, it } from 'vitest';
import { broken, type Found, note, ok, unknown, weak } from './check-up.ts';
import { checkUpOf, STATUS } from './levels.ts';

const OK = ok('lock', 'x');
const NOTE = note('lock', 'x');
const UNKNOWN = unknown('lock', 'x', 'y');
const WEAK = weak('lock', 'x', 'y');
const BROKEN = broken('lock', 'x', 'y');

describe('when everything was looked at', () => {
  it.each<readonly [string, readonly Found[], 0 | 1 | 2]>([
    ['nothing at all is well', [], 0],
    ['what is well and what is only worth knowing is well', [OK, NOTE], 0],
    ['what could not be told is not well', [OK, UNKNOWN, NOTE], 2],
    ['what is known to be weak comes before what could not be told', [UNKNOWN, WEAK], 1],
    ['what is broken comes before all', [UNKNOWN, OK, BROKEN, WEAK], 1],
  ])('%s', (_, found, status) => {
    expect(STATUS[checkUpOf(found).worst]).toBe(status);
  });

  it('the worst is named', () => {
    expect(checkUpOf([UNKNOWN, WEAK, OK]).worst).toBe('weak');
    expect(checkUpOf([UNKNOWN, WEAK, BROKEN]).worst).toBe('broken');
    expect(checkUpOf([]).worst).toBe('ok');
  });
});
