import { describe, expect, it } from 'vitest';
import { told } from '../told.fixture.ts';
import { checkTests } from './check-tests.ts';

type Coverage = Extract<Parameters<typeof checkTests>[0], { readonly is: unknown }>['is'];

function coverage(injection: number, boundary: number, missing: NonNullable<Coverage>['missing']): Coverage {
  return { tests: { injection, 'boundary conditions': boundary, 'authentication paths': 1 * injection }, missing };
}

describe('when the security tests are looked at', () => {
  it.each<readonly [string, Coverage, readonly string[]]>([
    ['all kinds', coverage(3, 1, []), ['security-tests ok']],
    ['one kind is missing', coverage(3, 0, ['boundary conditions']), ['security-tests weak']],
    [
      'none at all',
      coverage(0, 0, ['injection', 'boundary conditions', 'authentication paths']),
      ['security-tests note'],
    ],
    ['no lock', undefined, []],
  ])('%s', (_, is, expected) => {
    expect(told(checkTests({ is }))).toEqual(expected);
  });

  it('tests that cannot be read are not called missing', () => {
    expect(told(checkTests({ unread: 'no', next: undefined }))).toEqual(['security-tests unknown']);
  });
});
