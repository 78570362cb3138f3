import { fingerprint, type InvariantFinding, type Severity } from '@pawl/findings';
import type { Path } from './path.ts';
import { SINK_KINDS, type SinkKind, SOURCE_WORDS } from './sink-kind.ts';

/** The name that findings about paths have as their tool. */
export const REACH = 'reach';

/** A path that is new and unguarded, told as a person would. */
export interface ReachFinding extends InvariantFinding {
  readonly kind: 'unguarded-path';
  readonly path: Path;
}

/** What is known of the change beside its paths. */
export interface CompareOptions {
  /** The files that differ: a finding is placed where its path goes through one of them, and at its sink otherwise. */
  readonly changed?: Iterable<string>;
}

/**
 * What head has more of. Paths are a multiset by what they are, never by where: what moved, was renamed or edited is the path that is
 * gone from base, and not new. One that was there behind a guard is.
 */
export function newUnguardedPaths(
  base: readonly Path[],
  head: readonly Path[],
  { changed = [] }: CompareOptions = {},
): readonly ReachFinding[] {
  const files = new Set(changed);
  const rest = unpaired(
    base.filter(isOpen),
    head.filter(isOpen),
    new Set(base.filter(({ guarded }) => guarded).map(exactly)),
  );
  const groups = new Map<string, Path[]>();
  for (const path of rest) {
    const key = JSON.stringify([
      path.source.kind,
      path.source.file,
      path.source.symbol,
      path.sink.file,
      path.sink.symbol,
      path.sink.code,
    ]);
    groups.set(key, [...(groups.get(key) ?? []), path]);
  }
  return [...groups.values()].map((paths) => told(paths, files));
}

function isOpen({ guarded }: Path): boolean {
  return !guarded;
}

type Key = (path: Path) => string;

/** The identity of a path: what enters where, and what it reaches. */
export const exactly: Key = ({ source, sink }) =>
  JSON.stringify([source.kind, source.symbol, source.text, sink.kind, sink.symbol, sink.code]);

/** Ways to be the same path all the same, the surest first: code that was edited in place, that moved, and whose names changed. */
const LIKENESS: readonly Key[] = [
  ({ source, sink }) => JSON.stringify([source.kind, source.symbol, sink.kind, sink.symbol]),
  ({ source, sink }) => JSON.stringify([source.kind, source.symbol, source.text, sink.kind]),
  ({ source, sink }) => JSON.stringify([source.kind, source.text, sink.kind, sink.code]),
  ({ source, sink }) => JSON.stringify([source.kind, sink.kind, sink.symbol, sink.code]),
  ({ source, sink }) => JSON.stringify([source.kind, source.symbol, sink.kind, shapeOf(sink.code)]),
  ({ source, sink }) => JSON.stringify([source.kind, sink.kind, sink.file, shapeOf(sink.code)]),
];

/** Code without its names and texts. */
function shapeOf(code: string): string {
  return code.replace(/[\p{L}_$][\p{L}\p{N}_$]*/gu, 'x');
}

function unpaired(base: readonly Path[], head: readonly Path[], wasGuarded: ReadonlySet<string>): readonly Path[] {
  let left = subtractBoth(base, head, exactly);
  // A path that lost its guard is new, whatever else went: no other path may stand for it.
  const lost = left.head.filter((path) => wasGuarded.has(exactly(path)));
  left = { base: left.base, head: left.head.filter((path) => !wasGuarded.has(exactly(path))) };
  for (const key of LIKENESS) left = subtractBoth(left.base, left.head, key);
  return [...lost, ...left.head];
}

function subtractBoth(
  base: readonly Path[],
  head: readonly Path[],
  key: Key,
): { readonly base: readonly Path[]; readonly head: readonly Path[] } {
  return { base: without(base, head, key), head: without(head, base, key) };
}

function without(paths: readonly Path[], others: readonly Path[], key: Key): readonly Path[] {
  const counts = new Map<string, number>();
  for (const other of others) counts.set(key(other), (counts.get(key(other)) ?? 0) + 1);
  return paths.filter((path) => {
    const count = counts.get(key(path)) ?? 0;
    if (count > 0) counts.set(key(path), count - 1);
    return count === 0;
  });
}

const SEVERE: readonly SinkKind[] = ['shell', 'code', 'sql', 'deserialise', 'template'];

function severityOf({ source, sink }: Path): Severity {
  if (source.kind === 'http' || source.kind === 'message') {
    if (SEVERE.includes(sink.kind)) return 'critical';
    return sink.kind === 'redirect' || sink.kind === 'nosql' ? 'medium' : 'high';
  }
  return source.kind === 'browser' ? 'high' : 'medium';
}

function told(paths: readonly Path[], changed: ReadonlySet<string>): ReachFinding {
  const path = paths[0] as Path;
  const { source, sink } = path;
  const rule = `path-to-${sink.kind}`;
  const { file, line, symbol } = placeOf(path, changed);
  return {
    kind: 'unguarded-path',
    tool: REACH,
    rule,
    severity: severityOf(path),
    message: messageOf(path, paths),
    cwe: [SINK_KINDS[sink.kind].cwe],
    location: { file, line, symbol },
    snippet: sink.code,
    fingerprint: fingerprint({
      tool: REACH,
      rule,
      symbol: `${source.kind} ${source.symbol} ${sink.symbol}`,
      code: sink.code,
    }),
    path,
  };
}

/** The last place of the path that a change touched. */
function placeOf(
  { source, hops, sink }: Path,
  changed: ReadonlySet<string>,
): Path['source'] | Path['sink'] | Path['hops'][number] {
  const places = [sink, ...[...hops].reverse(), source];
  return places.find(({ file }) => changed.has(file)) ?? sink;
}

function messageOf({ source, hops, sink }: Path, paths: readonly Path[]): string {
  const texts = [...new Set(paths.map((path) => path.source.text))].slice(0, 3).map(quoted);
  const from = source.symbol === '' ? 'The code of the module' : quoted(source.symbol);
  const way = [source, ...hops, sink].map(({ file, line }) => `${file}:${line}`);
  const steps = way.filter((step, place) => step !== way[place - 1]).join(' → ');
  const { danger } = SINK_KINDS[sink.kind];
  return `${from} lets data from ${SOURCE_WORDS[source.kind]} (${texts.join(', ')}) reach ${quoted(sink.code)} with no check on the way, which lets an attacker ${danger}: ${steps}`;
}

function quoted(text: string): string {
  const line = text.replace(/\s+/gu, ' ').replaceAll('`', "'").trim();
  return `\`${line.length > 100 ? `${line.slice(0, 99)}…` : line}\``;
}
