import { describe, expect, it } from 'vitest';
import { says, versionIn, versionText } from './version.ts';

describe('when a tool tells its version', () => {
  it.each([
    ['toy version 1.4.2 (built by hand)', '1.4.2'],
    ['v9.1.0', '9.1.0'],
    ['Version: 2.18.2\nGit tag: v2.18.2\nBuild date: 2023-10-02', '2.18.2'],
    ['toy 3.0.0-rc.1+build.7', '3.0.0-rc.1+build.7'],
    ['development build\nof today', 'development build'],
  ])('it takes the version out of %j', (text, expected) => {
    expect(versionIn(text)).toBe(expected);
  });

  const told = (stdout: string, stderr: string): string =>
    versionText('sarif:toy', { steps: [{ status: 0, stdout, stderr }], result: '', folder: '' });

  it('it believes stdout, and stderr only where stdout is empty', () => {
    expect(told('1.2\n', 'a new release is out: 1.3')).toBe('1.2');
    expect(told(' \n', 'openjdk 17.0.2')).toBe('openjdk 17.0.2');
  });

  it('it refuses a tool that says nothing', () => {
    expect(() => told(' ', '\n')).toThrow(
      expect.objectContaining({ name: 'AdapterError', code: 'version-unreadable' }),
    );
  });
});

describe('when a log names the version that made it', () => {
  it.each([
    ['toy 1.4.2', '1.4.2'],
    ['toy 1.4.2', 'v1.4.2'],
    ['toy v1.4.2.', '1.4.2'],
    ['1.4.2\n', '1.4.2'],
    ['11.4.2, libtoy 1.4.2', '1.4.2'],
    ['Version: dev', 'dev'],
  ])('it finds in %j the version %j', (text, version) => {
    expect(says(text, version)).toBe(true);
  });

  it.each([
    ['toy 1.4.20', '1.4.2'],
    ['toy 11.4.2', '1.4.2'],
    ['toy 1.4.2.1', '1.4.2'],
    ['toy 0.1.4.2', '1.4.2'],
    ['toy 1.4', '1.4.2'],
    ['toy 1.4.2', ''],
    ['toy 1.4.2', 'v'],
  ])('E13 it does not find in %j the version %j', (text, version) => {
    expect(says(text, version)).toBe(false);
  });
});
