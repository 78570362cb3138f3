const { queryFor } = require('../../search');
describe('search', function () {
  it('quotes what the user types', function () {
    expect(queryFor("' OR 1=1 --").values).toEqual(["' OR 1=1 --"]);
  });
});
