test.each(['<b>', '"'])('%s is text', (payload) => {
  expect(clean(payload)).not.toContain(payload);
});
