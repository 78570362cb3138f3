import test from 'node:test';
import assert from 'node:assert/strict';
import { sameKey } from '../../lib/keys.js';
test('keys are compared in constant time', () => {
  assert.equal(sameKey('a'.repeat(32), 'a'.repeat(31) + 'b'), false);
});
