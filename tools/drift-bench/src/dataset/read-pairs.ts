import type { FilePair, SourceText } from '@pawl/invariants';
import { languageOf, unsupportedCode } from '@pawl/syntax';
import type { BlobReader } from '../git/blob-reader.ts';
import type { ChangedEntry, Entry } from '../git/changed-entries.ts';
import type { Unread } from './case.ts';

export interface ReadPairs {
  readonly pairs: readonly FilePair[];
  readonly unread: readonly Unread[];
}

/** An object that a mirror should have and has not. */
export class MissingBlob extends Error {}

/**
 * Reads what is code. A side that is none is absent, as it is in the product.
 *
 * @throws MissingBlob where a content is not in the mirror.
 */
export async function readPairs(entries: readonly ChangedEntry[], blobs: BlobReader): Promise<ReadPairs> {
  const unread: Unread[] = [];
  const pairs: FilePair[] = [];
  for (const entry of entries) {
    const base = entry.base && (await readSide(entry.base, blobs, unread));
    const head = entry.head && (await readSide(entry.head, blobs, unread));
    if (base !== undefined || head !== undefined) pairs.push({ ...(base && { base }), ...(head && { head }) });
  }
  return { pairs, unread };
}

/** The other way round, without reading anything twice. */
export function reversed({ pairs, unread }: ReadPairs): ReadPairs {
  return {
    pairs: pairs.map(({ base, head }) => ({ ...(head && { base: head }), ...(base && { head: base }) })),
    unread,
  };
}

async function readSide(
  { path: file, blob }: Entry,
  blobs: BlobReader,
  unread: Unread[],
): Promise<SourceText | undefined> {
  if (!mayBeCode(file)) return undefined;
  const bytes = await blobs.read(blob);
  if (bytes === undefined) throw new MissingBlob(`the mirror lacks ${blob} (${file})`);
  const text = bytes.includes(0) ? undefined : decodeUtf8(bytes);
  if (text !== undefined) return isCode(file, text.slice(0, 200).split('\n', 1)[0]) ? { file, blob, text } : undefined;
  if (isCode(file)) unread.push({ file, why: 'it is not UTF-8 text' });
  return undefined;
}

/** A file without extension may be a script; its first line says so. */
function mayBeCode(file: string): boolean {
  return isCode(file) || !file.slice(file.lastIndexOf('/') + 1).includes('.');
}

function isCode(file: string, firstLine?: string): boolean {
  return languageOf(file, firstLine) !== undefined || unsupportedCode(file, firstLine) !== undefined;
}

function decodeUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
