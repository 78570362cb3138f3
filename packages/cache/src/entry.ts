import { createHash } from 'node:crypto';
import type { Key } from './cache.ts';

/** A larger result is not kept, in bytes; one that somebody put there is not read. */
export const MAX_ENTRY_BYTES: number = 32 * 1024 * 1024;

/** The name of an entry: a digest of its whole key. */
export function entryName(key: Key): string {
  return sha256(JSON.stringify(key));
}

/** Digest, key and value, each on a line of its own. `undefined` for a value that JSON cannot hold. */
export function writeEntry(key: Key, value: unknown): Buffer | undefined {
  const json = JSON.stringify(value) as string | undefined;
  if (json === undefined) return undefined;
  const body = `${JSON.stringify(key)}\n${json}\n`;
  const entry = Buffer.from(`${sha256(body)}\n${body}`);
  return entry.length > MAX_ENTRY_BYTES ? undefined : entry;
}

/**
 * The value of an entry that is whole and belongs to this key, else `undefined`. The digest finds what a disk or a crash
 * did; against somebody who writes entries on purpose it is no help.
 */
export function readEntry(key: Key, bytes: Buffer): unknown {
  const text = bytes.toString('utf8');
  const [digest = '', spelledKey = '', json = ''] = text.split('\n', 3);
  const isWhole = digest === sha256(text.slice(digest.length + 1));
  if (!isWhole || spelledKey !== JSON.stringify(key)) return undefined;
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
