describe.skip('session fixation', () => {
  it('gets a new id at login', async () => {
    const before = await visit('/');
    const after = await signIn(before);
    expect(after.id).not.toBe(before.id);
    expect(after.fresh).toBe(true);
  });
  it('forgets the old id', async () => {
    expect(await store.get('old')).toBeNull();
  });
});
