import { describe, expect, it } from 'vitest';
import type { Change } from './change.ts';
import { MOST_WORK, spend, withinWork, WorkError } from './work.ts';

describe('when a comparison counts its work', () => {
  it('may use up all that there is', async () => {
    const change: Change = { pairs: [] };
    expect(await withinWork(async () => [spend(change, MOST_WORK - 1), spend(change, 1), 'done'].at(-1))).toBe('done');
  });

  it('is given up past that', async () => {
    const change: Change = { pairs: [] };
    spend(change, MOST_WORK);
    const result = await withinWork(async () => spend(change, 1));
    expect(result).toBeInstanceOf(WorkError);
    expect(result).toMatchObject({ code: 'too-much-work' });
  });

  it('is not charged with what another change took', () => {
    spend({ pairs: [] }, MOST_WORK);
    expect(() => spend({ pairs: [] }, MOST_WORK)).not.toThrow();
  });

  it('still fails with any other mistake', async () => {
    const mistake = async (): Promise<never> => Promise.reject(new TypeError('a bug'));
    await expect(withinWork(mistake)).rejects.toThrow(TypeError);
  });
});
