import { expect, it } from 'vitest';
import { invite } from '../../src/invite';
it('only admins invite', async () => {
  await expect(invite('member', 'new@example.org')).rejects.toThrow('forbidden');
});
