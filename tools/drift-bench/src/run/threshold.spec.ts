import { describe, expect, it } from 'vitest';
import { parseThreshold } from './threshold.ts';

describe('when a threshold is offered', () => {
  it('it has a name and a score', () => {
    expect(parseThreshold('strict=1.5')).toEqual({ name: 'strict', value: 1.5 });
    expect(parseThreshold('paranoid=-0.9')).toEqual({ name: 'paranoid', value: -0.9 });
  });

  it.each(['strict', 'strict=', 'strict=high', 'strict=Infinity', '=1'])('“%s” is refused', (text) => {
    expect(() => parseThreshold(text)).toThrowError(expect.objectContaining({ code: 'bad-threshold' }));
  });
});
