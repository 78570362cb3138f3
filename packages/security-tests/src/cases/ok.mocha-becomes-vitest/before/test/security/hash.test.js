const assert = require('node:assert');
const { hash, verify } = require('../../src/hash');
describe('hash', function () {
  it('never gives the same twice', function () {
    assert.notStrictEqual(hash('secret'), hash('secret'));
  });
  it('knows a wrong password', function () {
    assert.strictEqual(verify('other', hash('secret')), false);
  });
});
