import { expect, it } from 'vitest';
import { share } from '../../src/share';
it('a link expires', async () => {
  expect(await share.open('old')).toEqual({ error: 'expired' });
});
