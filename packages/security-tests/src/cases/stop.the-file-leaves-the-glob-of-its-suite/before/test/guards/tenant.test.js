import test from 'node:test';
import assert from 'node:assert/strict';
import { invoices } from '../../src/invoices.js';

test('a tenant cannot read the invoices of another', async () => {
  await assert.rejects(() => invoices.read({ tenant: 'a' }, 'invoice-of-b'), { code: 'NOT_FOUND' });
});
