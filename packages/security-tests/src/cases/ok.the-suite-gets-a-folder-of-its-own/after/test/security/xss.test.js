const assert = require('assert');
const { render } = require('../../lib/render');
it('escapes html', () => {
  assert.ok(!render('<script>').includes('<script>'));
});
