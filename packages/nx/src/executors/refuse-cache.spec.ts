import type { ExecutorContext } from '@nx/devkit';
import { describe, expect, it } from 'vitest';
import { refuseCache } from './refuse-cache.ts';

function verdictWith(target: object | undefined): () => void {
  const context = { projectName: 'all', targetName: 'security-verdict', target } as unknown as ExecutorContext;
  return () => refuseCache(context);
}

describe('C06: when Nx runs what judges', () => {
  it('it goes on where Nx keeps nothing of it', () => {
    expect(verdictWith({ cache: false })).not.toThrow();
  });

  it.each([[{ cache: true }], [{}], [undefined]])('it refuses where Nx keeps it, or nobody knows: %j', (target) => {
    expect(verdictWith(target)).toThrow(expect.objectContaining({ name: 'NxError', code: 'verdict-cacheable' }));
  });
});
