import type { TestFloor } from '../floor/file-floor.ts';
import type { SideTest } from './side.ts';

/** A test of base with what it has become. */
export interface Pair {
  readonly base: SideTest;
  readonly head: SideTest;
}

export interface Pairing {
  readonly pairs: readonly Pair[];
  readonly gone: readonly SideTest[];
  /** Tests of head that were not there under their name: moved, renamed, split off or new. */
  readonly added: readonly SideTest[];
}

type Key = (side: SideTest) => string | undefined;

/** How much of the words of a test its successor has to keep. */
const ALIKE = 0.6;

/** Pairs tests by name, by body and by likeness, the surest first. */
export function pairTests(
  base: readonly SideTest[],
  head: readonly SideTest[],
  renames: ReadonlyMap<string, string>,
): Pairing {
  const fileOf = ({ floor }: SideTest): string => floor.file;
  const movedTo = ({ floor }: SideTest): string => renames.get(floor.file) ?? floor.file;
  const pathOf: Key = ({ test }) => JSON.stringify(test.path);
  const bodyOf: Key = ({ test }) => (test.words.length < 3 ? undefined : test.body);
  const lastName: Key = ({ test }) => test.path.at(-1);
  const state = { pairs: [] as Pair[], base: new Set(base), head: new Set(head) };
  take(
    state,
    (side) => `${movedTo(side)} ${pathOf(side) as string}`,
    (side) => `${fileOf(side)} ${pathOf(side) as string}`,
  );
  const added = [...state.head];
  take(
    state,
    (side) => withFile(bodyOf(side), movedTo(side)),
    (side) => withFile(bodyOf(side), fileOf(side)),
  );
  take(state, bodyOf, bodyOf);
  takeAlike(state, pathOf, pathOf, 0.5);
  takeAlike(state, movedTo, fileOf, ALIKE);
  takeAlike(state, lastName, lastName, ALIKE);
  return { pairs: state.pairs, gone: [...state.base], added };
}

interface State {
  readonly pairs: Pair[];
  readonly base: Set<SideTest>;
  readonly head: Set<SideTest>;
}

function withFile(body: string | undefined, file: string): string | undefined {
  return body === undefined ? undefined : `${file} ${body}`;
}

function grouped(tests: Iterable<SideTest>, keyOf: Key): ReadonlyMap<string | undefined, SideTest[]> {
  const groups = new Map<string | undefined, SideTest[]>();
  for (const each of tests) {
    const key = keyOf(each);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return groups;
}

function take(state: State, baseKey: Key, headKey: Key): void {
  const waiting = grouped(state.head, headKey);
  for (const each of state.base) {
    const key = baseKey(each);
    const found = key === undefined ? undefined : waiting.get(key)?.shift();
    if (found !== undefined) pairUp(state, each, found);
  }
}

/** Only tests with one key are held against each other: all against all is too much for a large change. */
function takeAlike(state: State, baseKey: Key, headKey: Key, atLeast: number): void {
  const waiting = grouped(state.head, headKey);
  for (const each of state.base) {
    const candidates = (waiting.get(baseKey(each)) ?? []).filter((other) => state.head.has(other));
    const rated = candidates.map((other) => ({ other, likeness: likenessOf(each, other) }));
    const best = rated.filter(({ likeness }) => likeness >= atLeast).sort((a, b) => b.likeness - a.likeness)[0];
    if (best !== undefined) pairUp(state, each, best.other);
  }
}

function pairUp(state: State, base: SideTest, head: SideTest): void {
  state.pairs.push({ base, head });
  state.base.delete(base);
  state.head.delete(head);
}

const known = new WeakMap<TestFloor, ReadonlySet<string>>();

/** The share of the words of one test that the other has too. */
export function likenessOf({ test }: Pick<SideTest, 'test'>, { test: other }: Pick<SideTest, 'test'>): number {
  if (test.words.length === 0) return 0;
  const there = known.get(other) ?? new Set(other.words);
  known.set(other, there);
  return test.words.filter((word) => there.has(word)).length / test.words.length;
}
