import { describe, expect, it } from 'vitest';
import { isLocalPath } from './sharing.ts';

describe('isLocalPath', () => {
  it.each(['/srv/x.git', './x', '../x.git', 'x.git', 'file:///srv/x.git', '/srv/a:b', './a:b'])('%s is one', (url) => {
    expect(isLocalPath(url)).toBe(true);
  });

  it.each([
    'https://example.com/x.git',
    'http://example.com/x.git',
    'ssh://git@example.com/x.git',
    'git@example.com:x.git',
    'example.com:x/y.git',
    'git://example.com/x',
    'ext::sh -c x',
  ])('%s is none', (url) => {
    expect(isLocalPath(url)).toBe(false);
  });
});
