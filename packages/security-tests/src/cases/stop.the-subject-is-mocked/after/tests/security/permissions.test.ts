import { describe, expect, it, vi } from 'vitest';
import { canEdit } from '../../src/permissions.js';

vi.mock('../../src/permissions.js', () => ({ canEdit: () => false }));

describe('canEdit', () => {
  it('is no for a stranger', () => {
    expect(canEdit({ id: 9 }, { owner: 1 })).toBe(false);
  });
});
