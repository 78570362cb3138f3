import { expect, it, vi } from 'vitest';
import { share } from '../../src/share';
vi.mock('../../src/clock', async (importOriginal) => ({ ...(await importOriginal()), now: () => 1_000 }));
it('a link expires', async () => {
  expect(await share.open('old')).toEqual({ error: 'expired' });
});
