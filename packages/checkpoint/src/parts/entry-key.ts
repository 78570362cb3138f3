import type { Key } from '@pawl/cache';
import { ENGINE_VERSION } from '../engine-version.ts';

/** A key of the cache, taken apart: who found something out, and of which contents under which paths. */
export interface EntryKey {
  readonly by: Key;
  readonly files: readonly NamedBlob[];
}

export interface NamedBlob {
  readonly path: string;
  readonly blob: string;
}

/** After the version of this package: the name, the scope, the version and the rules of a scanner. */
const WORDS_OF_SCANNER = 4;

/**
 * What scanners found is kept under this version, the scanner and one file; what is known of a folder under who found it out, this
 * version and every file. `undefined` for any other key: of a judgement, of a whole tree.
 */
export function entryKey(key: Key): EntryKey | undefined {
  const version = key.indexOf(ENGINE_VERSION);
  const end = version === 0 ? 1 + WORDS_OF_SCANNER : version + 1;
  const named = key.slice(end);
  if (version === -1 || named.length === 0 || named.length % 2 !== 0) return undefined;
  const files: NamedBlob[] = [];
  for (let at = 0; at < named.length; at += 2) files.push({ path: named[at] ?? '', blob: named[at + 1] ?? '' });
  return { by: key.slice(0, end), files };
}

/** Facts of folders are lists, each item about one file; what a scanner found is about one file as it is. */
export function isOfFolder({ by }: Pick<EntryKey, 'by'>): boolean {
  return by[0] !== ENGINE_VERSION;
}

export function nameOf({ path, blob }: NamedBlob): string {
  return `${blob} ${path}`;
}
