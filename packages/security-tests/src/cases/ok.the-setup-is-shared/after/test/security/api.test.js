describe('api', () => {
  let server;
  beforeEach(async () => { server = await start(); });
  afterEach(() => server.close());
  it('needs a key', async () => {
    const response = await server.get('/v1');
    expect(response.status).toBe(401);
  });
  it('needs a known key', async () => {
    const response = await server.get('/v1', { key: 'made-up' });
    expect(response.status).toBe(401);
  });
});
