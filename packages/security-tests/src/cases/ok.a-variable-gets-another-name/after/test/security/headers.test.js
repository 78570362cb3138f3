const request = require('supertest');
const app = require('../../app');
it('frames are denied', async () => {
  const { headers } = await request(app).get('/');
  expect(headers['x-frame-options']).toBe('DENY');
  expect(headers['x-content-type-options']).toBe('nosniff');
});
