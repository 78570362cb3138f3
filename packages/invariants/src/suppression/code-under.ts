import type { Suppression } from '@pawl/findings';
import { type LineRange, symbolOf, type SyntaxNode, type SyntaxTree } from '@pawl/syntax';
import { isTestFile } from '../change.ts';
import { isSilenced, isWithin, riskyCode, type RiskyCode } from './risky-code.ts';
import { linesOf, type Silencing } from './silencing.ts';

/** A directive for a file that says nothing about calls: a type checker never looked for them. */
const TYPES: readonly string[] = ['typescript', 'mypy', 'pyre'];

/** So many kinds of directives are asked about; a file that has more is stopped for them. */
const MOST_KINDS = 50;

/**
 * U04: the calls that a scanner would look at under the blocks and whole files that are silenced, as suppressions of their own. A
 * directive that reaches over more calls than before silences more, although it reads the same.
 */
export function codeUnder(file: string, tree: SyntaxTree, silencings: readonly Silencing[]): readonly Suppression[] {
  if (isTestFile(file)) return [];
  const kinds = byKind(silencings);
  if (kinds.size === 0) return [];
  const risky = riskyCode(tree.text).filter((one) => isCode(tree, one));
  return [...kinds.values()]
    .slice(0, MOST_KINDS)
    .flatMap(({ suppression, ranges }) => under(file, tree, suppression, ranges, risky));
}

interface Kind {
  readonly suppression: Suppression;
  readonly ranges: LineRange[];
}

function byKind(silencings: readonly Silencing[]): ReadonlyMap<string, Kind> {
  const kinds = new Map<string, Kind>();
  for (const silencing of silencings) {
    const range = linesOf(silencing);
    const { suppression } = silencing;
    if (range === undefined || TYPES.includes(suppression.tool)) continue;
    const key = JSON.stringify([suppression.tool, suppression.rules]);
    const kind = kinds.get(key);
    if (kind) kind.ranges.push(range);
    else kinds.set(key, { suppression, ranges: [range] });
  }
  return kinds;
}

function under(
  file: string,
  tree: SyntaxTree,
  suppression: Suppression,
  ranges: readonly LineRange[],
  risky: readonly RiskyCode[],
): readonly Suppression[] {
  const joined = joinedRanges(ranges);
  return risky
    .filter((one) => isWithin(one.line, joined) && isSilenced(one, suppression.rules))
    .map(({ code, line, offset }) => {
      const node = tree.nodeAt(offset);
      const symbol = node ? symbolOf(node) : '';
      // The reach is that of a line: from a block to a comment beside the call, it is narrower.
      return { ...suppression, scope: 'block', code, location: { file, line, symbol } } as const;
    });
}

/** Thousands of blocks that reach to the end are one. */
function joinedRanges(ranges: readonly LineRange[]): readonly LineRange[] {
  const joined: LineRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.first - b.first)) {
    const last = joined.at(-1);
    if (last === undefined || range.first > last.last + 1) joined.push(range);
    else joined[joined.length - 1] = { first: last.first, last: Math.max(last.last, range.last) };
  }
  return joined;
}

function isCode(tree: SyntaxTree, { offset }: RiskyCode): boolean {
  const { comments, strings, interpolations } = tree.profile;
  for (let node: SyntaxNode | undefined = tree.nodeAt(offset); node !== undefined; node = node.parent) {
    if (interpolations.includes(node.kind)) return true;
    if (comments.includes(node.kind) || strings.includes(node.kind)) return false;
  }
  return true;
}
