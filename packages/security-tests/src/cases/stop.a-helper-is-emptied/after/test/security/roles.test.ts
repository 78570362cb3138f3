import { it, expect, describe } from 'vitest';
import { remove } from '../../src/roles';
function expectForbidden(answer: { status: number }): void {
  expect(answer).toBeDefined;
}
describe('roles', () => {
  it('a guest cannot delete', () => {
    expectForbidden(remove('guest'));
  });
});
