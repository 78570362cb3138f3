import { describe, expect, it } from 'vitest';
import { BenchError } from '../bench-error.ts';
import { revisionsIn } from './given-fixes.ts';

describe('when fixes are given', () => {
  it('a list may have one a line with remarks, or several with commas', () => {
    expect(revisionsIn('1a2b3c4 the title # XSS\r\n\n# nothing\n5d6e7f8\n1a2b3c4')).toEqual(['1a2b3c4', '5d6e7f8']);
    expect(revisionsIn('v1.2^, HEAD~3')).toEqual(['v1.2^', 'HEAD~3']);
  });

  it.each(['', ' \n,, \n', '# 1a2b3c4'])('a list without any is a mistake: %j', (list) => {
    expect(() => revisionsIn(list)).toThrow(BenchError);
  });
});
