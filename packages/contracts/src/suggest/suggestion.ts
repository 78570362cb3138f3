import type { ContractLanguage } from '../contract.ts';
import type { Node } from '../ast/node.ts';

/** A contract as a person would write it down, and what in the code speaks for it. */
export interface Suggestion {
  readonly id: string;
  /** Such as "17 of 17 routes in `routes/` have `requireAdmin`". */
  readonly evidence: string;
  readonly held: number;
  readonly of: number;
  /** Whether all of the code holds it: the others are told of, and not proposed. */
  readonly proposed: boolean;
  /** The more it matters for security the lower. */
  readonly rank: number;
  /** The contract as it stands in the file, without its `id`. */
  readonly contract: Readonly<Record<string, unknown>>;
}

/** A file that was parsed to be looked at. */
export interface Parsed {
  readonly file: string;
  readonly folder: string;
  readonly language: ContractLanguage;
  readonly root: Node;
}

/** One thing that is the same in many places: a route, a handler, a call; and which guards it has, by how they read as patterns. */
export interface Fact {
  readonly file: string;
  readonly folder: string;
  readonly guards: ReadonlySet<string>;
}

/** Fewer times is no habit. */
export const LEAST = 3;
/** Worth telling of, and not proposed. */
export const ALMOST = 0.8;

export function folderOf(file: string): string {
  return file.split('/').slice(0, -1).join('/');
}

/** Things by what they have in common, in order. */
export function groupBy<T>(
  items: readonly T[],
  key: (item: T) => string,
): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const list = groups.get(key(item));
    if (list === undefined) groups.set(key(item), [item]);
    else list.push(item);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** How often each guard is there, the ones that matter most for security first. */
export function guardsIn(facts: readonly Fact[]): readonly (readonly [guard: string, held: number])[] {
  const counts = new Map<string, number>();
  for (const { guards } of facts) for (const guard of guards) counts.set(guard, (counts.get(guard) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

/** The glob for all files of a folder that have the extensions of these. */
export function globOf(folder: string, files: readonly string[]): string {
  const extensions = [...new Set(files.map((file) => /\w+$/u.exec(file)?.[0] ?? ''))].sort();
  const ending = extensions.length === 1 ? (extensions[0] ?? '') : `{${extensions.join(',')}}`;
  return `${folder === '' ? '' : `${folder}/`}*.${ending}`;
}

/** The last two steps of a path, without its extension. */
function shortPath(word: string): string {
  if (!word.includes('/')) return word;
  return word
    .replace(/\/$/u, '')
    .replace(/\.\w+$/u, '')
    .split('/')
    .slice(-2)
    .join('-');
}

/** Words as an id. */
export function idOf(...words: readonly string[]): string {
  const text = words
    .map(shortPath)
    .join('-')
    .replace(/([a-z])([A-Z])/gu, '$1-$2');
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, 80);
  return plain.replace(/^-+|-+$/gu, '');
}
