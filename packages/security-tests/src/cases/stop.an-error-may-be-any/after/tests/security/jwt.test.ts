import { expect, test, describe } from 'vitest';
import { verifyJwt, JwtError } from '../../src/jwt';
describe('verifyJwt', () => {
  test('rejects the algorithm none', () => {
    expect(() => verifyJwt('eyJhbGciOiJub25lIn0.e30.')).toThrow();
  });
});
