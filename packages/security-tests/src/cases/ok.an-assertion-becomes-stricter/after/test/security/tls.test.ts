import { it, expect } from 'vitest';
it('refuses old protocols', async () => {
  const outcome = await connect({ maxVersion: 'TLSv1.1' });
  expect(outcome.error?.code).toBe('ERR_SSL_UNSUPPORTED_PROTOCOL');
  expect(outcome.socket).toBeUndefined();
});
