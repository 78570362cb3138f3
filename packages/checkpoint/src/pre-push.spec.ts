import { describe, expect, it } from 'vitest';
import { loopPushed, parsePushed } from './pre-push.ts';

const id = 'a'.repeat(40);

describe('parsePushed', () => {
  it('reads every line, not only the first (R07)', () => {
    const lines = `refs/heads/a ${id} refs/heads/a ${id}\nrefs/heads/b ${id} refs/heads/b ${id}\n`;
    expect(parsePushed(lines).map(({ localRef }) => localRef)).toEqual(['refs/heads/a', 'refs/heads/b']);
  });

  it('has nothing to read where nothing is pushed', () => {
    expect(parsePushed('')).toEqual([]);
  });

  it.each(['refs/heads/a', `refs/heads/a nothex refs/heads/a ${id}`, `a ${id} b ${id} c`])(
    'refuses the line %j',
    (line) => {
      expect(() => parsePushed(line)).toThrow(expect.objectContaining({ code: 'malformed-hook-input' }));
    },
  );
});

describe('the loop of what is pushed', () => {
  it.each([
    ['refs/heads/agent/x', 'refs/heads/other', 'main', 'agent/x'],
    ['HEAD', 'refs/heads/agent/y', 'main', 'main'],
    ['HEAD', 'refs/heads/agent/y', undefined, 'agent/y'],
    [id, 'refs/heads/agent/y', 'main', 'agent/y'],
    ['refs/tags/v1', 'refs/tags/v1', 'main', 'tags/v1'],
  ])('%s to %s, with %s checked out, is %s', (localRef, remoteRef, current, loop) => {
    expect(loopPushed({ localRef, remoteRef }, current)).toBe(loop);
  });
});
