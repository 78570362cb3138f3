import type { Cache, Key } from '@pawl/cache';
import type { TreeEntry } from '@pawl/git';
import { ENGINE_VERSION } from './engine-version.ts';
import { isListOf } from './plain-data.ts';
import type { Tree } from './tree.ts';
import type { Version } from './version.ts';
import { textsOf } from './versions.ts';

/** What somebody finds out about single files, each time the same for the same path and content. */
export interface FactFinder<Fact> {
  /** Who finds it, and by what. */
  readonly name: Key;
  /** `null` where there is nothing to say of a file. */
  find(file: Extract<Version, { readonly kind: 'text' }>): Promise<Fact | null>;
  /** What is in a cache may be anything: half of an entry would be half of a verdict. */
  isFact(value: unknown): boolean;
}

export interface FileFacts<Fact> {
  ofEntries(tree: Tree, entries: readonly TreeEntry[], progress?: (done: number) => void): Promise<readonly Fact[]>;
  ofVersions(versions: readonly Version[]): Promise<readonly Fact[]>;
}

/** Both sides of a change share nearly all of their files: what was found out for one serves the other, and the next check. */
export function factsBy<Fact extends { readonly file: string }>(
  finder: FactFinder<Fact>,
  cache: () => Promise<Cache | undefined>,
): FileFacts<Fact> {
  const known = new Map<string, Fact | null>();

  async function ofVersions(versions: readonly Version[]): Promise<readonly Fact[]> {
    const facts: Fact[] = [];
    for (const version of textsOf(versions)) {
      const name = nameOf(version.file, version.blob);
      const before = known.get(name);
      const fact = before === undefined ? await finder.find(version) : before;
      known.set(name, fact);
      if (fact !== null) facts.push(fact);
    }
    return facts;
  }

  /** A folder is kept as one, because to open a file costs more than to read it. */
  async function ofFolder(tree: Tree, entries: readonly TreeEntry[]): Promise<readonly Fact[]> {
    const inMemory = entries.map(({ path, blob }) => known.get(nameOf(path, blob)));
    if (!inMemory.includes(undefined)) return inMemory.filter(isThere);
    const kept = await cache();
    const key = [...finder.name, ENGINE_VERSION, ...entries.flatMap(({ path, blob }) => [path, blob])];
    const found = factsIn<Fact>(await kept?.get(key), finder, entries);
    if (found !== undefined) {
      for (const { path, blob } of entries) known.set(nameOf(path, blob), found.get(path) ?? null);
      return [...found.values()];
    }
    const missing = entries.filter(({ path, blob }) => !known.has(nameOf(path, blob)));
    const all = [...inMemory.filter(isThere), ...(await ofVersions(await tree.read(missing)))];
    await kept?.put(key, all);
    return all;
  }

  return {
    ofVersions,
    ofEntries: async (tree, all, progress) => {
      const facts: Fact[] = [];
      let done = 0;
      for (const entries of byFolder(all)) {
        facts.push(...(await ofFolder(tree, entries)));
        done += entries.length;
        progress?.(done);
      }
      return facts;
    },
  };
}

/** What was kept for these files by their paths; it says nothing of files that it was not asked about. */
function factsIn<Fact extends { readonly file: string }>(
  value: unknown,
  { isFact }: Pick<FactFinder<Fact>, 'isFact'>,
  entries: readonly TreeEntry[],
): ReadonlyMap<string, Fact> | undefined {
  if (!isListOf(value, isFact)) return undefined;
  const asked = new Set(entries.map(({ path }) => path));
  const facts = value as readonly Fact[];
  return facts.every(({ file }) => asked.has(file)) ? new Map(facts.map((fact) => [fact.file, fact])) : undefined;
}

function byFolder(entries: readonly TreeEntry[]): Iterable<readonly TreeEntry[]> {
  const folders = new Map<string, TreeEntry[]>();
  for (const entry of entries) {
    const folder = entry.path.slice(0, entry.path.lastIndexOf('/') + 1);
    const list = folders.get(folder);
    if (list) list.push(entry);
    else folders.set(folder, [entry]);
  }
  return folders.values();
}

function nameOf(path: string, blob: string): string {
  return `${blob} ${path}`;
}

function isThere<Fact>(fact: Fact | null | undefined): fact is Fact {
  return fact !== null && fact !== undefined;
}
