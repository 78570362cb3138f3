import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

describe('when a value is written', () => {
  it('it sorts keys by UTF-16 code units, as in the example of RFC 8785', () => {
    const keys = {
      '€': 'Euro',
      '\r': 'CR',
      '\ufb33': 'Hebrew',
      '1': 'One',
      '😀': 'Smile',
      '\u0080': 'Control',
      ö: 'o',
    };
    const order = [...canonicalJson(keys).matchAll(/:"(\w+)"/gu)].map(([, word]) => word);
    expect(order).toEqual(['CR', 'One', 'Control', 'o', 'Euro', 'Smile', 'Hebrew']);
  });

  it('it escapes as RFC 8785 says', () => {
    expect(canonicalJson('€$\u000f\nA\'B"\\/')).toBe('"€$\\u000f\\nA\'B\\"\\\\/"');
  });

  it('it writes no white space', () => {
    expect(canonicalJson({ b: [1, null, true, { a: 'x' }], a: -5 })).toBe('{"a":-5,"b":[1,null,true,{"a":"x"}]}');
  });
});

describe('when a value has no canonical form here', () => {
  it.each([
    ['a fraction', 0.5],
    ['an integer beyond the safe ones', 2 ** 53],
    ['infinity', Infinity],
    ['not a number', NaN],
    ['undefined', { a: undefined }],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a function', () => 1],
    ['a big integer', 1n],
    ['a lone surrogate', 'x\ud800'],
    ['a lone surrogate in a key', { 'x\udc00': 1 }],
  ])('it refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(expect.objectContaining({ name: 'LockError', code: 'wrong-type' }));
  });

  it('it refuses nesting that would exhaust the stack', () => {
    const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
    expect(() => canonicalJson(deep)).toThrow(expect.objectContaining({ code: 'too-deep' }));
  });

  it('it refuses a key named __proto__', () => {
    expect(() => canonicalJson(JSON.parse('{"a":{"__proto__":{}}}'))).toThrow(
      expect.objectContaining({ code: 'extra-field' }),
    );
  });
});
