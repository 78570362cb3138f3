import { expect } from 'chai';
import { agent } from './agent';

describe('GET /admin [security]', () => {
  it('is forbidden to members', async () => {
    const res = await agent('member').get('/admin');
    expect(res.status).to.equal(403);
    expect(res.body).to.deep.equal({ error: 'forbidden' });
  });
});
