describe('unzip', () => {
  it('refuses entries that leave the target', () => {
    expect(() => unzip('slip.zip', '/tmp/out')).toThrow('outside of the target');
  });
});
