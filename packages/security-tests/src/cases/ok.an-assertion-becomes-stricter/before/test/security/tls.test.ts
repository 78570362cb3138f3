import { it, expect } from 'vitest';
it('refuses old protocols', async () => {
  const outcome = await connect({ maxVersion: 'TLSv1.1' });
  expect(outcome.error).toBeTruthy();
});
