describe('token', () => {
  it('expires', () => {
    expect(() => parse('old')).toThrow('Token expired');
  });
});
