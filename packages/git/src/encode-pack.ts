import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { NewObject } from './build-commit.ts';
import type { ObjectFormat } from './object-id.ts';

const TYPES = { commit: 1, tree: 2, blob: 3 } as const;

/** Objects as a pack, version 2 (gitformat-pack), so that one git process stores them all and checks every one. */
export function encodePack(objects: readonly NewObject[], format: ObjectFormat): Buffer {
  const head = Buffer.from('PACK\0\0\0\x02\0\0\0\0', 'latin1');
  head.writeUInt32BE(objects.length, 8);
  const body = objects.flatMap(({ type, bytes }) => [sizeHeader(TYPES[type], bytes.length), deflateSync(bytes)]);
  const pack = Buffer.concat([head, ...body]);
  return Buffer.concat([pack, createHash(format).update(pack).digest()]);
}

/** Three bits of type and the size in groups of 4, 7, 7, … bits, lowest first; the high bit says that more follow. */
function sizeHeader(type: number, size: number): Buffer {
  const bytes: number[] = [];
  let rest = Math.floor(size / 16);
  let byte = (type << 4) | (size % 16);
  while (rest > 0) {
    bytes.push(byte | 0x80);
    byte = rest % 128;
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...bytes, byte]);
}
