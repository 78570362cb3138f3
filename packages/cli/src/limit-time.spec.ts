import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { limitTime } from './limit-time.ts';

function limited(hook: string, env: Readonly<Record<string, string>> = {}) {
  const said: string[] = [];
  const ends: number[] = [];
  const context = { cwd: '/', env, now: () => new Date(0), terminal: false };
  limitTime(hook, { err: (text) => void said.push(text), context }, (status) => void ends.push(status));
  return { said, ends };
}

describe('when a hook takes too long', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each([
    ['pre-commit', {}, 300],
    ['reference-transaction', {}, 300],
    ['pre-push', {}, 3600],
    ['pre-push', { PAWL_HOOK_SECONDS: '20' }, 20],
    ['pre-commit', { PAWL_HOOK_SECONDS: '900' }, 900],
    ['pre-commit', { PAWL_HOOK_SECONDS: 'never' }, 300],
    ['pre-commit', { PAWL_HOOK_SECONDS: '0' }, 300],
  ])('%s with %j ends after %i seconds: it could not tell (H16)', (hook, env, seconds) => {
    const { said, ends } = limited(hook, env);
    vi.advanceTimersByTime(seconds * 1000 - 1);
    expect(ends).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(ends).toEqual([2]);
    expect(said.join('')).toContain('could not tell');
  });
});
