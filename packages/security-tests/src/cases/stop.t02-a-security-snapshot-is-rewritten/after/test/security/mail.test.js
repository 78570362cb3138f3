const { mail } = require('../../src/mail');
test('mail escapes the name of the sender', () => {
  expect(mail('<b>Eve</b>')).toMatchSnapshot();
});
