const { login } = require('../lib/login');

describe('login', () => {
  test('rejects a wrong password', async () => {
    await expect(login('ann', 'wrong')).rejects.toThrow('credentials');
  });

  test('locks the account after five failures', async () => {
    for (let i = 0; i < 5; i += 1) await login('ann', 'wrong').catch(() => {});
    const outcome = await login('ann', 'right').catch((error) => error.code);
    expect(outcome).toBe('LOCKED');
  });
});
