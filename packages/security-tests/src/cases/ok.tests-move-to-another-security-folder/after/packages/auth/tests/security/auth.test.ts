import { expect, it } from 'vitest';
import { signIn } from '../../src/sign-in';
it('refuses a wrong password', async () => {
  await expect(signIn('ann', 'nope')).rejects.toThrow('credentials');
});
