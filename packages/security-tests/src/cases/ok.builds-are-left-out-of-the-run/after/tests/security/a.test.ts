it('needs a key', () => { expect(open('x')).toBe(false); });
