import { describe, expect, it, vi } from 'vitest';
import { withinSeconds } from './deadline.ts';

describe('when an answer has a budget', () => {
  it('one that comes in time is given', async () => {
    await expect(withinSeconds(60, Promise.resolve('clean'))).resolves.toBe('clean');
  });

  it('a failure is the failure that it was', async () => {
    await expect(withinSeconds(60, Promise.reject(new Error('x')))).rejects.toThrow('x');
  });

  it('one that does not come is none', async () => {
    vi.useFakeTimers();
    try {
      const late = expect(withinSeconds(5, new Promise(() => undefined))).rejects.toMatchObject({ code: 'over-time' });
      await vi.advanceTimersByTimeAsync(5000);
      await late;
    } finally {
      vi.useRealTimers();
    }
  });

  it('one that came late, because nothing else had a turn, is none either', async () => {
    const now = vi.spyOn(performance, 'now').mockReturnValueOnce(0).mockReturnValue(5001);
    await expect(withinSeconds(5, Promise.resolve('clean'))).rejects.toMatchObject({ code: 'over-time' });
    now.mockRestore();
  });
});
