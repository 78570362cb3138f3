import { expect, it, vi } from 'vitest';
import { invite } from '../../src/invite';
vi.mock('../../src/mailer', () => ({ send: vi.fn() }));
it('only admins invite', async () => {
  await expect(invite('member', 'new@example.org')).rejects.toThrow('forbidden');
});
