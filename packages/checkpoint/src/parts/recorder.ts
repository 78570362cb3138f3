import { type Cache, type Key, NO_CACHE } from '@pawl/cache';
import { nameOf, type NamedBlob } from './entry-key.ts';
import { perFile } from './per-file.ts';
import type { PartEntries } from './part-document.ts';

/** Writes down, file by file, all that is asked of caches and put into them. */
export interface Recorder {
  over(inner: Cache | undefined): Cache;
  /** What was written down of these files, by their number in the list; sorted. */
  entries(files: readonly NamedBlob[]): readonly PartEntries[];
}

export function recorder(): Recorder {
  /** What was said of a file, by the engine. */
  const said = new Map<string, Map<string, string>>();
  const note = (key: Key, value: unknown): void => {
    for (const { by, file, text } of perFile(key, value)) {
      const known = said.get(by) ?? new Map<string, string>();
      said.set(by, known.set(nameOf(file), text));
    }
  };
  return {
    over: (inner = NO_CACHE) => ({
      get: async (key) => {
        const value = await inner.get(key);
        if (value !== undefined) note(key, value);
        return value;
      },
      put: async (key, value) => {
        note(key, value);
        await inner.put(key, value);
      },
      close: () => inner.close(),
    }),
    entries: (files) =>
      [...said]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([by, known]) => ({
          by: JSON.parse(by) as Key,
          of: files.flatMap((file, index) => {
            const text = known.get(nameOf(file));
            return text === undefined ? [] : [[index, text] as const];
          }),
        }))
        .filter(({ of }) => of.length > 0),
  };
}
