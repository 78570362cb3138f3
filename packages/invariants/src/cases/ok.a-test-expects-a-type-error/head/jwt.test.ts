import { verify } from './jwt';

test('an algorithm is needed', () => {
  // @ts-expect-error - intentionally without an algorithm
  expect(() => verify('token')).toThrow();
});
