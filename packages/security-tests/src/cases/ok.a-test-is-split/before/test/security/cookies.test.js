it('sets a safe cookie', async () => {
  const cookie = await cookieOf('/login');
  expect(cookie.httpOnly).toBe(true);
  expect(cookie.secure).toBe(true);
  expect(cookie.sameSite).toBe('Strict');
});
