const { login } = require('../lib/login');

describe('login', () => {
  test('rejects a wrong password', async () => {
    await expect(login('ann', 'wrong')).rejects.toThrow('credentials');
  });
});
