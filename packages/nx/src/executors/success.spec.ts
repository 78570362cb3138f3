import { PawlError } from '@pawl/errors';
import { describe, expect, it } from 'vitest';
import { saidOrDone } from './success.ts';

async function saidOf(work: () => Promise<boolean>): Promise<{ readonly success: boolean; readonly said: string }> {
  let said = '';
  const { success } = await saidOrDone({ err: (text) => void (said += text) }, work);
  return { success, said };
}

describe('when a task ends', () => {
  it('it succeeds where it says so, and says no more', async () => {
    expect(await saidOf(() => Promise.resolve(true))).toEqual({ success: true, said: '' });
    expect(await saidOf(() => Promise.resolve(false))).toEqual({ success: false, said: '' });
  });

  it('an error is told with the next command, and is no success', async () => {
    const error = new PawlError('no-lock', 'there is no lock to judge against', { next: 'make one: pawl lock' });
    expect(await saidOf(() => Promise.reject(error))).toEqual({
      success: false,
      said: 'pawl: there is no lock to judge against\n  next: make one: pawl lock\n',
    });
  });

  it('a fault of ours is no success either', async () => {
    expect(await saidOf(() => Promise.reject(new TypeError('x')))).toMatchObject({ success: false });
  });
});
