import type { Key } from '@pawl/cache';
import { entryKey, isOfFolder, type NamedBlob } from './entry-key.ts';

/** What is kept about one file. */
export interface Said {
  /** Who says it, as text. */
  readonly by: string;
  readonly file: NamedBlob;
  readonly text: string;
}

/** A value of the cache, file by file: a list of facts holds those of a folder, and projects do not cut where folders end. */
export function perFile(key: Key, value: unknown): readonly Said[] {
  const taken = entryKey(key);
  if (taken === undefined) return [];
  const by = JSON.stringify(taken.by);
  if (!isOfFolder(taken)) return taken.files.map((file) => ({ by, file, text: JSON.stringify(value) }));
  // What is in a cache may be anything, and who asked for a list believes nothing else either.
  if (!Array.isArray(value)) return [];
  const facts = new Map<unknown, unknown[]>();
  for (const fact of value as readonly ({ readonly file?: unknown } | null)[]) {
    const known = facts.get(fact?.file);
    if (known) known.push(fact);
    else facts.set(fact?.file, [fact]);
  }
  return taken.files.map((file) => ({ by, file, text: JSON.stringify(facts.get(file.path) ?? []) }));
}
