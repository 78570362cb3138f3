import { describe, expect, it } from 'vitest';
import { ReceiveError } from './receive-error.ts';
import { parseUpdates } from './updates.ts';

const A = 'a'.repeat(40);
const B = 'b'.repeat(40);
const ZERO = '0'.repeat(40);
const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');

describe('when git tells of updates', () => {
  it('each is read, new and deleted refs too', () => {
    const text = `${A} ${B} refs/heads/main\n${ZERO} ${B} refs/tags/v1\n${A} ${ZERO} refs/heads/old\n`;
    expect(parseUpdates(bytes(text))).toEqual([
      { ref: 'refs/heads/main', from: A, to: B },
      { ref: 'refs/tags/v1', from: undefined, to: B },
      { ref: 'refs/heads/old', from: A, to: undefined },
    ]);
  });

  it('ids of 64 digits are read like those of 40', () => {
    const long = 'c'.repeat(64);
    expect(parseUpdates(bytes(`${'0'.repeat(64)} ${long} refs/heads/main\n`))).toEqual([
      { ref: 'refs/heads/main', from: undefined, to: long },
    ]);
  });

  it('a push of nothing is nothing', () => {
    expect(parseUpdates(bytes(''))).toEqual([]);
  });

  it('names of any script stay as they are', () => {
    expect(parseUpdates(bytes(`${A} ${B} refs/heads/zweig-ä-日本\n`))[0]?.ref).toBe('refs/heads/zweig-ä-日本');
  });
});

describe('when it is no list of updates', () => {
  it.each([
    ['a line that is cut', `${A} ${B} refs/heads/main`],
    ['a line of two fields', `${A} refs/heads/main\n`],
    ['a line of four fields', `${A} ${B} refs/heads/main x\n`],
    ['a short id', `${A.slice(1)} ${B} refs/heads/main\n`],
    ['ids of two formats', `${A} ${'b'.repeat(64)} refs/heads/main\n`],
    ['an id in capitals', `${A.toUpperCase()} ${B} refs/heads/main\n`],
    ['a ref outside refs/', `${A} ${B} HEAD\n`],
    ['an empty line', `${A} ${B} refs/heads/main\n\n`],
    ['a carriage return', `${A} ${B} refs/heads/main\r\n`],
    ['one ref twice', `${A} ${B} refs/heads/main\n${B} ${A} refs/heads/main\n`],
    ['a NUL', `${A} ${B} refs/heads/ma\0in\n`],
  ])('%s is refused', (_, text) => {
    expect(() => parseUpdates(bytes(text))).toThrow(ReceiveError);
  });

  it('G14 a name that is not UTF-8 is refused, because two of them would become one', () => {
    const name = Buffer.concat([bytes(`${A} ${B} refs/heads/`), Buffer.from([0xff]), bytes('\n')]);
    expect(() => parseUpdates(name)).toThrow(expect.objectContaining({ code: 'malformed-updates' }));
  });

  it('G15 more than anybody pushes is refused before it is read', () => {
    expect(() => parseUpdates(new Uint8Array(16 * 1024 * 1024 + 1))).toThrow(
      expect.objectContaining({ code: 'malformed-updates' }),
    );
  });
});
