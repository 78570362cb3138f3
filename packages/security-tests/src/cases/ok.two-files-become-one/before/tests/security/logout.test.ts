import { expect, test } from 'vitest';
import { logout, session } from '../../src/session';
test('a session ends at logout', async () => {
  await logout('s1');
  expect(await session('s1')).toBeUndefined();
});
