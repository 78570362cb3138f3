describe('unzip', () => {
  it('works safely', () => {
    expect(() => unzip('slip.zip', '/tmp/out')).toThrow('outside of the target');
  });
});
