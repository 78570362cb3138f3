const assert = require('assert');
const { login } = require('../../lib/auth');
describe('auth', () => {
  it('refuses unknown users with 401', async () => {
    assert.strictEqual((await login('nobody', 'x')).status, 401);
  });
});
