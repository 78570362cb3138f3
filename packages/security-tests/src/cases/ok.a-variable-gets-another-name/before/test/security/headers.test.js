const request = require('supertest');
const app = require('../../app');
it('frames are denied', async () => {
  const r = await request(app).get('/');
  expect(r.headers['x-frame-options']).toBe('DENY');
  expect(r.headers['x-content-type-options']).toBe('nosniff');
});
