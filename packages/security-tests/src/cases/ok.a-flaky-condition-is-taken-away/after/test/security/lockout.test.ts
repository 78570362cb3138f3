describe('lockout', () => {
  it('locks after five', async () => {
    expect(await tryFive()).toBe('locked');
  });
});
