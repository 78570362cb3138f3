import { expect, it, describe } from 'vitest';
import { accept } from '../../src/upload';
describe('uploads', () => {
  it('refuses an executable', () => {
    expect(accept({ name: 'run.exe', type: 'image/png' })).toEqual({ ok: false, why: 'type' });
  });
});
