const test = require('node:test');
const assert = require('node:assert');
const { within } = require('../../src/paths');
test('stays within the folder', () => {
  assert.throws(() => within('/srv', '../etc'), { code: 'EOUTSIDE' });
});
