import { describe, expect, it } from 'vitest';
import { resolveDownload } from '../../src/downloads';

describe('downloads', () => {
  it('refuses to leave the folder', () => {
    expect(() => resolveDownload('../../etc/passwd')).toThrow('outside');
  });

  it('refuses an absolute path', () => {
    expect(() => resolveDownload('/etc/passwd')).toThrow('outside');
  });
});
