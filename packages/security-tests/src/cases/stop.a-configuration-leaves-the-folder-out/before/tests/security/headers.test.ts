import { expect, it } from 'vitest';
it('sends a content security policy', async () => {
  expect((await fetch('http://localhost:3000')).headers.get('content-security-policy')).toContain("default-src 'self'");
});
