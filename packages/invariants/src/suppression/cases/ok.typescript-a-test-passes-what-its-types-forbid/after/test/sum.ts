expect(sum(1, 2)).toBe(3);
// @ts-expect-error
expect(() => sum('1')).toThrow();
