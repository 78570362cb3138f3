import { describe, expect, it } from 'vitest';
import { MAX_CHANGES, parseRawDiff } from './parse-raw-diff.ts';
import { errorCode } from './testing/error-code.ts';

const [A, B, NONE] = ['a'.repeat(40), 'b'.repeat(40), '0'.repeat(40)];

function raw(...fields: string[]): Buffer {
  return Buffer.from(fields.map((field) => `${field}\0`).join(''));
}

describe('parseRawDiff', () => {
  it('reads nothing from nothing', () => {
    expect(parseRawDiff(Buffer.alloc(0))).toEqual([]);
  });

  it('reads every kind of change', () => {
    const output = raw(
      ...[`:000000 100644 ${NONE} ${A} A`, 'a'],
      ...[`:100644 000000 ${A} ${NONE} D`, 'd'],
      ...[`:100644 100755 ${A} ${B} M`, 'm'],
      ...[`:100644 100644 ${A} ${B} R087`, 'r1', 'r2'],
      ...[`:100644 120000 ${A} ${B} T`, 't'],
    );
    expect(parseRawDiff(output)).toEqual([
      { kind: 'added', head: { path: 'a', mode: '100644', blob: A } },
      { kind: 'deleted', base: { path: 'd', mode: '100644', blob: A } },
      { kind: 'modified', base: { path: 'm', mode: '100644', blob: A }, head: { path: 'm', mode: '100755', blob: B } },
      { kind: 'renamed', base: { path: 'r1', mode: '100644', blob: A }, head: { path: 'r2', mode: '100644', blob: B } },
      {
        kind: 'type-changed',
        base: { path: 't', mode: '100644', blob: A },
        head: { path: 't', mode: '120000', blob: B },
      },
    ]);
  });

  it('sorts by bytes, not by UTF-16 units', () => {
    const paths = ['\u{1F600}', '\uFF5E', 'b', 'B'];
    const output = raw(...paths.flatMap((path) => [`:000000 100644 ${NONE} ${A} A`, path]));
    const sorted = parseRawDiff(output).map((change) => (change.kind === 'added' ? change.head.path : ''));
    expect(sorted).toEqual(['B', 'b', '\uFF5E', '\u{1F600}']);
  });

  it.each([
    ['two additions', [`:000000 100644 ${NONE} ${A} A`, 'x', `:000000 100644 ${NONE} ${B} A`, 'x']],
    ['a change and an addition', [`:100644 100644 ${A} ${B} M`, 'x', `:000000 100644 ${NONE} ${A} A`, 'x']],
    ['a deletion and an addition', [`:100644 000000 ${A} ${NONE} D`, 'x', `:000000 100644 ${NONE} ${A} A`, 'x']],
  ])('G08 refuses %s of one path', async (_, fields) => {
    expect(await errorCode(() => parseRawDiff(raw(...fields)))).toBe('duplicate-entry');
  });

  it('G15 refuses one file more than it would read', async () => {
    const added = (count: number): Buffer =>
      Buffer.from(Array.from({ length: count }, (_, at) => `:000000 100644 ${NONE} ${A} A\0${at}\0`).join(''));
    expect(parseRawDiff(added(MAX_CHANGES))).toHaveLength(MAX_CHANGES);
    expect(await errorCode(() => parseRawDiff(added(MAX_CHANGES + 1)))).toBe('output-too-large');
  });

  it.each([
    ['an unknown status', raw(`:100644 100644 ${A} ${B} X`, 'x')],
    ['a header without a path', raw(`:100644 100644 ${A} ${B} M`)],
    ['a rename without its second path', raw(`:100644 100644 ${A} ${B} R100`, 'x')],
    ['an abbreviated id', raw(':100644 100644 aaaaaaa bbbbbbb M', 'x')],
    ['a side that is only in the working tree', raw(`:100644 100644 ${A} ${NONE} M`, 'x')],
    ['output that was cut', Buffer.from(`:100644 100644 ${A} ${B} M\0x`)],
  ])('refuses %s', async (_, output) => {
    expect(await errorCode(() => parseRawDiff(output))).toBe('unreadable-output');
  });

  it('refuses an unmerged path', async () => {
    expect(await errorCode(() => parseRawDiff(raw(`:000000 000000 ${NONE} ${NONE} U`, 'x')))).toBe('unmerged-index');
  });
});
