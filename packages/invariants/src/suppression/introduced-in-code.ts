import { suppressionDelta } from '@pawl/baseline';
import { normaliseCode, type Suppression } from '@pawl/findings';
import type { LineRange } from '@pawl/syntax';
import { type Hunk, lineHunks } from '../line-hunks.ts';
import { Multiset } from '../multiset.ts';
import { riskyCode } from './risky-code.ts';
import { linesOf, type Silencing } from './silencing.ts';

/** What one version of a file has of suppressions. */
export interface SilencedText {
  readonly text: string;
  readonly silencings: readonly Silencing[];
  /** The calls under its blocks; see `codeUnder`. */
  readonly under: readonly Suppression[];
}

export interface SilencedPair {
  readonly base: SilencedText | undefined;
  readonly head: SilencedText | undefined;
}

/**
 * What a change silences that was not silenced before, over all its files. One that moved, that names fewer rules or that now stands beside
 * the code that a block silenced before is not new; one that reaches over more of the code is.
 */
export function introducedInCode(pairs: readonly SilencedPair[]): readonly Suppression[] {
  const { introduced, removed } = suppressionDelta(of(pairs, 'base'), of(pairs, 'head'));
  const fresh = narrowed(reformatted(retyped(introduced, removed), pairs), pairs);
  const told = new Set(fresh.map(keyOf));
  const more = suppressionDelta(
    pairs.flatMap(({ base }) => base?.under ?? []),
    pairs.flatMap(({ head }) => head?.under ?? []),
  ).introduced;
  // A new block is told once, not once more for each call in it.
  const grown = [...more, ...pairs.flatMap(grownOver)].filter((one) => !told.has(keyOf(one)));
  return [...fresh, ...firstOfEach(grown)];
}

function of(pairs: readonly SilencedPair[], side: 'base' | 'head'): readonly Suppression[] {
  return pairs.flatMap((pair) => pair[side]?.silencings.map(({ suppression }) => suppression) ?? []);
}

function keyOf({ tool, rules, location }: Suppression): string {
  return JSON.stringify([tool, rules, location.file]);
}

function firstOfEach(suppressions: readonly Suppression[]): readonly Suppression[] {
  return [...new Map(suppressions.toReversed().map((one) => [keyOf(one), one])).values()].toReversed();
}

/**
 * Without those that keep a type checker, or all rules of style at once, from code that was edited: they are not there for dangerous calls,
 * and the line was silent before. One with such a call on it is new.
 */
function retyped(introduced: readonly Suppression[], removed: readonly Suppression[]): readonly Suppression[] {
  const left = new Multiset();
  const key = ({ tool, location }: Suppression): string => JSON.stringify([tool, location.file, location.symbol]);
  for (const one of removed) if (isGeneral(one)) left.add(key(one));
  return introduced.filter((one) => !isGeneral(one) || riskyCode(one.code).length > 0 || !left.take(key(one)));
}

function isGeneral({ tool, scope, rules }: Suppression): boolean {
  return scope === 'line' && (tool === 'typescript' || (tool === 'flake8' && rules.length === 0));
}

/** So many are looked at once more; a change with more of them is stopped whatever they are. */
const MOST_LOOKED_AT = 200;

/** Without those whose statement base silenced in the same way, on other lines. */
function reformatted(introduced: readonly Suppression[], pairs: readonly SilencedPair[]): readonly Suppression[] {
  if (introduced.length === 0 || introduced.length > MOST_LOOKED_AT) return introduced;
  const statements = new Map<string, number>();
  const isAsked = new Set(introduced.filter(({ scope }) => scope === 'line').map(({ tool }) => tool));
  const count = (side: 'base' | 'head', by: number): void => {
    for (const pair of pairs)
      for (const silencing of pair[side]?.silencings.slice(0, MOST_LOOKED_AT) ?? []) {
        if (!isAsked.has(silencing.suppression.tool) || silencing.statement === undefined) continue;
        const key = statementKey(silencing);
        statements.set(key, (statements.get(key) ?? 0) + by);
      }
  };
  count('base', 1);
  const byLocation = new Map(
    pairs.flatMap(({ head }) => head?.silencings.map((one) => [at(one.suppression), one]) ?? []),
  );
  return introduced.filter((suppression) => {
    const silencing = byLocation.get(at(suppression));
    if (silencing?.statement === undefined || suppression.scope !== 'line') return true;
    const key = statementKey(silencing);
    const left = statements.get(key) ?? 0;
    statements.set(key, left - 1);
    return left <= 0;
  });
}

function statementKey({ suppression, statement }: Silencing): string {
  return JSON.stringify([suppression.tool, [...suppression.rules].sort(), statement?.()]);
}

function at({ tool, location }: Suppression): string {
  return JSON.stringify([tool, location.file, location.line, location.column]);
}

/** Without those beside code that a block of base silenced: the block became comments on its lines. */
function narrowed(introduced: readonly Suppression[], pairs: readonly SilencedPair[]): readonly Suppression[] {
  if (introduced.length === 0 || introduced.length > MOST_LOOKED_AT) return introduced;
  return introduced.filter(
    (one) =>
      !pairs.some(
        ({ base, head }) =>
          base !== undefined &&
          head?.silencings.some(({ suppression }) => suppression.location.file === one.location.file) &&
          wasSilenced(one, base),
      ),
  );
}

function wasSilenced({ tool, rules, scope, code, location }: Suppression, { text, silencings }: SilencedText): boolean {
  if (scope === 'file' || (scope === 'line' && code === '')) return false;
  const wider = silencings.filter(({ suppression }) => suppression.tool === tool && reaches(suppression.rules, rules));
  const ranges = wider.flatMap((silencing) => linesOf(silencing) ?? []);
  if (ranges.length === 0) return false;
  // A block within what was silenced as a whole file.
  if (scope === 'block') return ranges.some(({ first, last }) => first <= location.line && last === Infinity);
  return text.split('\n').some((line, index) => isIn(index + 1, ranges) && isSameCode(line, code));
}

function isSameCode(line: string, code: string): boolean {
  return normaliseCode(line.replace(/\s+(?:\/\/|#).*$/u, '').replace(/\/\*.*?\*\//gu, '')) === code;
}

function reaches(wide: readonly string[], narrow: readonly string[]): boolean {
  return wide.length === 0 || (narrow.length > 0 && narrow.every((rule) => wide.includes(rule)));
}

function isIn(line: number, ranges: readonly LineRange[]): boolean {
  return ranges.some(({ first, last }) => first <= line && line <= last);
}

/** Directives of head that reach over lines that base had and did not silence: an end that was moved, or deleted. */
function grownOver({ base, head }: SilencedPair): readonly Suppression[] {
  if (!base || !head) return [];
  const blocks = head.silencings.filter(
    ({ range, suppression }) => range !== undefined && suppression.scope === 'block',
  );
  if (blocks.length === 0 || blocks.length > MOST_LOOKED_AT) return [];
  const baseLineOf = unchangedLines(lineHunks(base.text, head.text), head.text);
  const lines = head.text.split('\n');
  return blocks.flatMap(({ range, suppression }) => {
    const before = base.silencings.filter(
      (other) => other.suppression.tool === suppression.tool && reaches(other.suppression.rules, suppression.rules),
    );
    if (before.length === 0 || before.length > MOST_LOOKED_AT) return [];
    const ranges = before.flatMap((silencing) => linesOf(silencing) ?? []);
    for (let line = range?.first ?? 1; line <= Math.min(range?.last ?? 0, lines.length); line++) {
      const was = baseLineOf.get(line);
      const code = lines[line - 1] ?? '';
      if (was !== undefined && !isIn(was, ranges) && isCall(code))
        return [{ ...suppression, code: normaliseCode(code) }];
    }
    return [];
  });
}

/** A line that does something; what is imported, opened or closed is no code to a scanner. */
function isCall(line: string): boolean {
  const code = line.trim();
  return (
    /\w\s*\(/u.test(code) &&
    !/^(?:import\b|from\b|export\b.*\bfrom\b|(?:const|let|var)\b[^=]*=\s*require\(|\/[/*]|[*#]|use\b|using\b)/u.test(
      code,
    )
  );
}

/** The line of base for each line of head that did not change. */
function unchangedLines(hunks: readonly Hunk[], head: string): ReadonlyMap<number, number> {
  const lines = new Map<number, number>();
  const total = head.split('\n').length;
  let line = 1;
  let shift = 0;
  for (const hunk of [...hunks, undefined]) {
    const to = hunk === undefined ? total + 1 : hunk.head.first + (hunk.head.first === 1 ? 0 : 1);
    for (; line < to; line++) lines.set(line, line + shift);
    if (hunk === undefined) break;
    line = Math.max(line, hunk.head.last);
    shift = hunk.base.last - hunk.head.last;
  }
  return lines;
}
