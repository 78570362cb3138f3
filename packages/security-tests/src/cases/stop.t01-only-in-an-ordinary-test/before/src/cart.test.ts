describe('cart', () => {
  it('adds', () => { expect(add(1, 2)).toBe(3); });
  it('removes', () => { expect(remove(2, 1)).toBe(1); });
});
