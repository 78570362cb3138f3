import { callParts, type SyntaxNode } from '@pawl/syntax';
import type { RegexComparison } from '../regex/compare-regexes.ts';
import type { RegexText } from '../regex/regex-text.ts';
import type { LostAndGained, Trace } from './lost-and-gained.ts';
import { regexOfCall, regexOfLiteral, regexOfString } from './regex-text-of.ts';
import { subwords } from './subwords.ts';

/** What a match leads to: `allow` lets pass, `deny` refuses, `strip` takes out or rewrites what was found. */
export type RegexUse = 'allow' | 'deny' | 'strip' | 'unknown';

/** A regular expression that was edited. */
export interface RegexChange {
  readonly before: Trace;
  readonly after: Trace;
  readonly use: RegexUse;
  readonly comparison: RegexComparison;
}

interface Regex {
  readonly trace: Trace;
  readonly node: SyntaxNode;
  readonly regex: RegexText;
}

/** Compares each regular expression that a change edited with what became of it. The library is loaded only for that. */
export async function regexChanges({ lost, gained }: LostAndGained): Promise<readonly RegexChange[]> {
  const before = regexesIn(lost);
  const after = regexesIn(gained);
  if (before.length === 0 || after.length === 0) return [];
  const { compareRegexes } = await import('../regex/compare-regexes.ts');
  const asked = lost.flatMap(({ kind, text }) => (kind === 'guard' ? text.split(' & ') : []));
  return pairs(before, after).map(([a, b]) => ({
    before: a.trace,
    after: b.trace,
    use: useOf(a, asked),
    comparison: compareRegexes(a.regex, b.regex),
  }));
}

function regexesIn(traces: readonly Trace[]): readonly Regex[] {
  const all = traces.flatMap((trace): readonly Regex[] => {
    const { kind, node } = trace;
    if (kind === 'regex') {
      const regex = regexOfLiteral(node);
      return regex ? [{ trace, node, regex }] : [];
    }
    if (kind === 'string') {
      const regex = regexOfString(node);
      return regex ? [{ trace, node, regex }] : [];
    }
    const found = kind === 'call' ? regexOfCall(node) : undefined;
    return found ? [{ trace, node: found.pattern, regex: found.regex }] : [];
  });
  // The string of `re.compile("…")` is an element of its own: the call says more.
  const ofCalls = new Set(all.flatMap(({ trace, node }) => (trace.kind === 'call' ? [node.id] : [])));
  return all.filter(({ trace, node }) => trace.kind === 'call' || !ofCalls.has(node.id));
}

/** Each old one with the new one of the same function that is most like it. */
function pairs(before: readonly Regex[], after: readonly Regex[]): readonly (readonly [Regex, Regex])[] {
  const free = new Set(after);
  return before.flatMap((a) => {
    let best: Regex | undefined;
    let most = 0;
    for (const b of free) {
      if (b.trace.symbol !== a.trace.symbol) continue;
      const likeness = common(a.regex.source, b.regex.source);
      if (likeness > most || best === undefined) [best, most] = [b, likeness];
    }
    if (best === undefined) return [];
    free.delete(best);
    return isSame(a.regex, best.regex) ? [] : [[a, best] as const];
  });
}

function isSame(a: RegexText, b: RegexText): boolean {
  return a.source === b.source && a.flags === b.flags && a.held === b.held;
}

/** How many characters two texts share at both ends. */
function common(a: string, b: string): number {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return start + end;
}

const DENYING =
  /^(?:un|in|non|bad|evil|ill|dis|deny|block|black|forbid|unsafe|invalid|illegal|danger|suspicious|reserved|control|strip|escape|escaped|remove)/u;
const ALLOWING = /^(?:valid|allow|allowed|safe|white|permit|legal|ok|good|token|name|is)$/u;

function useOf({ node, trace }: Regex, terms: readonly string[]): RegexUse {
  const shape = node.tree.profile.regexes;
  const callee = trace.kind === 'call' ? callParts(trace.node)?.callee : calleeAround(node);
  if (callee !== undefined && shape?.rewrite.test(callee)) return 'strip';
  const name = boundName(trace.node);
  if (name !== undefined && isRewriting(name, node)) return 'strip';
  const mention = name === undefined ? undefined : new RegExp(`\\b${name}\\b`, 'u');
  const asked = terms.filter((text) => text.includes(trace.text) || mention?.test(text));
  if (asked.some((text) => text.startsWith('not '))) return 'allow';
  if (asked.length > 0) return 'deny';
  const words = [...subwords(`${name ?? ''} ${trace.symbol}`)];
  if (words.some((word) => DENYING.test(word))) return 'deny';
  return words.some((word) => ALLOWING.test(word)) ? 'allow' : 'unknown';
}

function calleeAround(node: SyntaxNode): string | undefined {
  const call = node.parent?.parent;
  return call && callParts(call)?.callee;
}

function boundName(node: SyntaxNode): string | undefined {
  const { parent } = node;
  const binding = parent && node.tree.profile.bindings.find(({ kind }) => kind === parent.kind);
  const name = binding && parent?.field(binding.name)?.text;
  return name !== undefined && /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : undefined;
}

function isRewriting(name: string, { tree }: SyntaxNode): boolean {
  return new RegExp(`(?:replace(?:All)?|split|sub)\\(\\s*${name}\\b|\\b${name}\\.(?:sub|subn|split)\\(`, 'u').test(
    tree.text,
  );
}
