import { expect, it } from 'vitest';
import { reset } from '../src/reset';
it('a reset token works once', async () => {
  await reset('token', 'new password');
  await expect(reset('token', 'other')).rejects.toThrow('used');
});
