import { describe, expect, it } from 'vitest';
import { hash, verify } from '../../src/hash';
describe('hash', () => {
  it('never gives the same twice', () => {
    expect(hash('secret')).not.toBe(hash('secret'));
  });
  it('knows a wrong password', () => {
    expect(verify('other', hash('secret'))).toBe(false);
  });
});
