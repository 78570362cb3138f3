import { describe, expect, it } from 'vitest';
import { canEdit } from '../../src/permissions.js';

describe('canEdit', () => {
  it('is no for a stranger', () => {
    expect(canEdit({ id: 9 }, { owner: 1 })).toBe(false);
  });
});
