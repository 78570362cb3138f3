describe('api', () => {
  it('needs a key', async () => {
    const server = await start();
    const response = await server.get('/v1');
    expect(response.status).toBe(401);
    await server.close();
  });
  it('needs a known key', async () => {
    const server = await start();
    const response = await server.get('/v1', { key: 'made-up' });
    expect(response.status).toBe(401);
    await server.close();
  });
});
