import { describe, expect, it } from 'vitest';
import { tailOf } from './tail.ts';

function tail(maxBytes: number, ...chunks: readonly (string | Uint8Array)[]): string {
  const kept = tailOf(maxBytes);
  for (const chunk of chunks) kept.add(Buffer.from(chunk as string));
  return kept.text();
}

describe('when the end of an output is kept', () => {
  it('what is short is kept whole, however it arrived', () => {
    expect(tail(10, 'ab', 'cd', '')).toBe('abcd');
    expect(tail(10, Buffer.from('é').subarray(0, 1), Buffer.from('é').subarray(1))).toBe('é');
    expect(tail(10)).toBe('');
  });

  it('of what is long its last bytes are kept', () => {
    expect(tail(4, 'abcdefgh')).toBe('efgh');
    expect(tail(4, ...Array.from({ length: 100 }, (_, at) => `${at},`))).toBe(',99,');
  });

  it('no character is cut in two', () => {
    expect(tail(4, 'aé€')).toBe('€');
    expect(tail(3, 'a€b')).toBe('b');
    expect(tail(5, '😀😀')).toBe('😀');
  });

  it('bytes that are no text become a sign for that, within the limit', () => {
    expect(tail(10, Buffer.from([0x61, 0xff, 0x62]))).toBe('a\ufffdb');
    const text = tail(8, Buffer.alloc(20, 0xff));
    expect(text).toBe('\ufffd\ufffd');
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(8);
  });
});
