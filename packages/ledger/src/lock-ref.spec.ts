import { describe, expect, it } from 'vitest';
import { lockRef, targetOfRef } from './lock-ref.ts';

describe('lockRef', () => {
  it('is one path component, so that the lock of one branch never blocks that of another', () => {
    expect(lockRef('main')).toBe('refs/pawl/lock/main');
    expect(lockRef('release/1.x')).toBe('refs/pawl/lock/release%2F1%2Ex');
  });

  it.each(['main', 'release/1.x', 'a.lock', 'wip/ünïcode', "it's~1(!)*"])('gives %s back', (branch) => {
    expect(targetOfRef(lockRef(branch))).toBe(branch);
  });
});
