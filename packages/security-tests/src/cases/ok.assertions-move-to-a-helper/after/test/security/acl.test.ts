import { expect } from 'chai';
async function expectHidden(path: string) {
  const res = await get(path);
  expect(res.status).to.equal(404);
  expect(res.body.error).to.equal('not found');
}
describe('acl', () => {
  it('hides drafts', () => expectHidden('/drafts/1'));
  it('hides bills', () => expectHidden('/bills/1'));
});
