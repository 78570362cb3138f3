test.each(['"', "'", '<b>', '<svg onload=x>'])('%s is text', (payload) => {
  expect(clean(payload)).not.toContain(payload);
});
