import { expect, test } from 'vitest';
import { login } from '../../src/session';
test('a wrong password is refused', async () => {
  await expect(login('ann', 'x')).rejects.toThrow('credentials');
});
