describe('csrf', () => {
  it.todo('needs a token');
});
