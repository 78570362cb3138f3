describe('the session cookie', () => {
  it('is hidden from scripts', async () => {
    const cookie = await cookieOf('/login');
    expect(cookie.httpOnly).toBe(true);
  });
  it('needs TLS', async () => {
    const cookie = await cookieOf('/login');
    expect(cookie.secure).toBe(true);
  });
  it('stays on the site', async () => {
    const cookie = await cookieOf('/login');
    expect(cookie.sameSite).toBe('Strict');
  });
});
