describe('login', () => {
  it('greets', () => { expect(greet('ann')).toBe('hello ann'); });
  xit('rejects an expired token', () => { expect(() => check('old')).toThrow('expired'); });
});
