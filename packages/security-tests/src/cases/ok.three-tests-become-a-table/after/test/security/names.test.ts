import { expect, test } from 'vitest';
import { isSafeName } from '../../src/names';
test.each([['dots', '..'], ['slash', 'a/b'], ['null byte', 'a\0b']])('rejects %s', (_name, name) => {
  expect(isSafeName(name)).toBe(false);
});
