describe('lockout', () => {
  it.skipIf(process.env.CI)('locks after five', async () => {
    expect(await tryFive()).toBe('locked');
  });
});
