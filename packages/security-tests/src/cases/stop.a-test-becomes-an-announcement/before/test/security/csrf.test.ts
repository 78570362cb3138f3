describe('csrf', () => {
  it('needs a token', async () => {
    const response = await post('/transfer', {});
    expect(response.statusCode).toEqual(419);
  });
});
