import { expect } from 'chai';
describe('acl', () => {
  it('hides drafts', async () => {
    const res = await get('/drafts/1');
    expect(res.status).to.equal(404);
    expect(res.body.error).to.equal('not found');
  });
  it('hides bills', async () => {
    const res = await get('/bills/1');
    expect(res.status).to.equal(404);
    expect(res.body.error).to.equal('not found');
  });
});
