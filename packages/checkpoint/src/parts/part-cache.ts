import { type Cache, type Key, NO_CACHE } from '@pawl/cache';
import { entryKey, isOfFolder, nameOf, type NamedBlob } from './entry-key.ts';
import type { Part } from './part-document.ts';
import { perFile } from './per-file.ts';

/** Parts as a cache: what they hold is answered from them, and nothing is put into them. */
export interface PartCache {
  /** In front of what was found out before on this machine. Nothing of a part is kept there: it would outlive the part. */
  over(inner: Cache | undefined): Cache;
  /** The parts that turned out to say what is not so, each with the reason. */
  refuted(): ReadonlyMap<Part, string>;
}

export function partCache(parts: readonly Part[]): PartCache {
  const shelves = shelvesOf(parts);
  const refuted = new Map<Part, string>();
  const refute = (holders: readonly Holder[], why: string): undefined => {
    for (const { part } of holders) refuted.set(part, refuted.get(part) ?? why);
  };
  /** What the parts say of a file; nothing where two of them say different things, as nobody knows which of them is right. */
  const said = (by: string, file: NamedBlob): string | undefined => {
    const holders = shelves(by, file);
    const [first] = holders;
    if (holders.every(({ text }) => text === first?.text)) return first?.text;
    return refute(holders, `another part says something else of ${JSON.stringify(file.path)}`);
  };
  const answer = (key: Key): unknown => {
    const taken = entryKey(key);
    if (taken === undefined) return undefined;
    const by = JSON.stringify(taken.by);
    const values: unknown[] = [];
    for (const file of taken.files) {
      const text = said(by, file);
      if (text === undefined) return undefined;
      try {
        values.push(JSON.parse(text));
      } catch {
        return refute(shelves(by, file), `what it says of ${JSON.stringify(file.path)} is not JSON`);
      }
    }
    return isOfFolder(taken) ? values.flat() : values[0];
  };
  return {
    refuted: () => refuted,
    over: (inner = NO_CACHE) => ({
      get: async (key) => answer(key) ?? inner.get(key),
      put: async (key, value) => {
        const spokenOf = perFile(key, value).filter(({ by, file }) => shelves(by, file).length > 0);
        // What was found out although a part speaks of it was lacking beside it, or was not believed. Now it can be compared.
        for (const { by, file, text } of spokenOf) {
          const wrong = shelves(by, file).filter((holder) => holder.text !== text);
          refute(wrong, `what it says of ${JSON.stringify(file.path)} is not what was found`);
        }
        // Else some of it may be what a part said, and would outlive the part.
        if (spokenOf.length === 0) await inner.put(key, value);
      },
      close: () => inner.close(),
    }),
  };
}

interface Holder {
  readonly part: Part;
  readonly text: string;
}

/** Finds what the parts say of a file. A part speaks of its own files alone, as it numbers them. */
function shelvesOf(parts: readonly Part[]): (by: string, file: NamedBlob) => readonly Holder[] {
  const places = new Map<string, { readonly part: Part; readonly number: number }[]>();
  for (const part of parts)
    for (const [number, file] of part.files.entries()) {
      const known = places.get(nameOf(file));
      if (known) known.push({ part, number });
      else places.set(nameOf(file), [{ part, number }]);
    }
  const shelves = new Map(parts.map((part) => [part, shelfOf(part)]));
  return (by, file) =>
    (places.get(nameOf(file)) ?? []).flatMap(({ part, number }) => {
      const text = shelves.get(part)?.get(by)?.get(number);
      return text === undefined ? [] : [{ part, text }];
    });
}

function shelfOf({ entries }: Part): ReadonlyMap<string, ReadonlyMap<number, string>> {
  return new Map(entries.map(({ by, of }) => [JSON.stringify(by), new Map(of)]));
}
