describe('token', () => {
  it('expires', () => {
    expect(() => parse('old')).toThrow('This token is no longer valid');
  });
});
