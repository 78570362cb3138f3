const request = require('supertest');
const app = require('../../app');

describe('DELETE /orders/:id', () => {
  it('needs the owner', async () => {
    await request(app).delete('/orders/7').set('Cookie', 'sid=eve').expect(204);
  });
});
