import { expect, test } from 'vitest';
import { isSafeName } from '../../src/names';
test('rejects dots', () => { expect(isSafeName('..')).toBe(false); });
test('rejects a slash', () => { expect(isSafeName('a/b')).toBe(false); });
test('rejects a null byte', () => { expect(isSafeName('a\0b')).toBe(false); });
