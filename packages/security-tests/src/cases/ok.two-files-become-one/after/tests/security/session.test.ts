import { describe, expect, test } from 'vitest';
import { login, logout, session } from '../../src/session';
describe('sessions', () => {
  test('a wrong password is refused', async () => {
    await expect(login('ann', 'x')).rejects.toThrow('credentials');
  });
  test('a session ends at logout', async () => {
    await logout('s1');
    expect(await session('s1')).toBeUndefined();
  });
});
