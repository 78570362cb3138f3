import { describe, expect, it } from 'vitest';
import { versionOf } from './version.ts';

const bytes = (...parts: (string | number[])[]) => {
  const chunks = parts.map((part) =>
    typeof part === 'string' ? new TextEncoder().encode(part) : Uint8Array.from(part),
  );
  return { kind: 'content', bytes: Uint8Array.from(chunks.flatMap((chunk) => [...chunk])) } as const;
};
const code = { path: 'src/app.js', mode: '100644', blob: 'b1', isCode: true, maxBytes: 1_000_000 };
const data = { path: 'notes.txt', mode: '100644', blob: 'b1', isCode: false, maxBytes: 1_000_000 };

describe('versionOf', () => {
  it('reads UTF-8 text', () => {
    expect(versionOf({ ...code, content: bytes('const ä = 1;\n') })).toMatchObject({
      kind: 'text',
      text: 'const ä = 1;\n',
    });
  });

  it('drops a byte order mark, which is not part of the program', () => {
    expect(versionOf({ ...code, content: bytes([0xef, 0xbb, 0xbf], 'x') })).toMatchObject({ kind: 'text', text: 'x' });
  });

  it.each([code, data])('cannot read $path when it is not UTF-8', (input) => {
    expect(versionOf({ ...input, content: bytes('a', [0xff, 0xfe + 1], 'b') })).toMatchObject({
      kind: 'unread',
      code: 'not-utf8',
    });
  });

  it('cannot read a file over the limit', () => {
    expect(versionOf({ ...code, content: { kind: 'too-large', size: 20_000_000 } })).toMatchObject({
      kind: 'unread',
      code: 'too-large',
    });
  });

  it('reads data that is longer than code may be, as a lock file is', () => {
    const content = { kind: 'content', bytes: new Uint8Array(2_000_000).fill(97) } as const;
    expect(versionOf({ ...data, content }).kind).toBe('text');
    expect(versionOf({ ...code, content })).toMatchObject({ kind: 'unread', code: 'too-large' });
  });

  it('E02 code with a NUL byte is not passed over as binary, even far into the file', () => {
    expect(versionOf({ ...code, content: bytes('x'.repeat(9000), [0]) })).toMatchObject({
      kind: 'unread',
      code: 'binary',
    });
  });

  it('E02 text in UTF-16 is not passed over as binary', () => {
    expect(versionOf({ ...data, content: bytes([0xff, 0xfe, 0x61, 0]) })).toMatchObject({
      kind: 'unread',
      code: 'binary',
    });
  });

  it('owes nothing for a binary file that is no code', () => {
    expect(versionOf({ ...data, path: 'logo.bin', content: bytes([0, 1, 2]) }).kind).toBe('not-text');
  });

  it('G10 a submodule is examined by nobody', () => {
    expect(versionOf({ ...code, mode: '160000', content: undefined })).toMatchObject({
      kind: 'unread',
      code: 'submodule',
    });
  });

  it.each(['../../etc/passwd', '/etc/passwd', 'C:\\x', 'a/../../../x', 'a/../x', '../a/../x', './a/./../x'])(
    'G11 a link to %s leads outside',
    (target) => {
      expect(versionOf({ ...code, mode: '120000', content: bytes(target) })).toMatchObject({
        kind: 'unread',
        code: 'not-a-file',
      });
    },
  );

  it.each(['other.js', '../lib/app.js', './x/y', '..'])(
    'G11 a link to %s in the place of code is examined by nobody',
    (target) => {
      expect(versionOf({ ...code, mode: '120000', content: bytes(target) })).toMatchObject({
        kind: 'unread',
        code: 'link',
      });
    },
  );

  it.each(['other.txt', '../lib/app.js', '.'])('a link to %s that has no name of code owes nothing', (target) => {
    expect(versionOf({ ...data, path: 'docs/latest', mode: '120000', content: bytes(target) }).kind).toBe('not-text');
  });
});
