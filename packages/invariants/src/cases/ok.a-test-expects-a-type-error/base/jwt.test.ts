import { verify } from './jwt';

test('an algorithm is needed', () => {
  expect(() => verify('token', 'key')).toThrow();
});
