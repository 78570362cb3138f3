import type { Matcher, Node } from './node.ts';
import type { ContractLanguage, Pattern, RuleObject, Where, Wheres } from '../contract.ts';
import { parseCode } from './engine.ts';

/** A pattern ready to be looked for in one language. */
export type Compiled = Matcher;

/** Why a pattern cannot be used. */
export interface BadPattern {
  readonly why: string;
}

const MOST_KEPT = 5_000;
const kept = new Map<string, Compiled | BadPattern>();

/** Compiled once for each language; what does not compile says why. */
export function compile(pattern: Pattern, where: Wheres, language: ContractLanguage): Compiled | BadPattern {
  const key = JSON.stringify([language, pattern, where]);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const compiled = compileNow(pattern, where, language);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, compiled);
  return compiled;
}

export function isBad(compiled: Compiled | BadPattern): compiled is BadPattern {
  return 'why' in compiled;
}

function compileNow(pattern: Pattern, where: Wheres, language: ContractLanguage): Compiled | BadPattern {
  const rule = typeof pattern === 'string' ? ruleOfText(pattern, language) : ruleOfObject(pattern, language);
  if ('why' in rule) return rule;
  const names = new Set(metavariables(pattern));
  const constraints = Object.fromEntries(
    Object.entries(where).flatMap(([name, one]) => (names.has(name) ? [[name, constraintOf(one, language)]] : [])),
  );
  const config = { rule, ...(Object.keys(constraints).length === 0 ? {} : { constraints }) };
  try {
    parseCode('', language).find(config);
    return config;
  } catch (error) {
    return { why: reasonOf(error) };
  }
}

/** The last line of what the engine says is the cause; those before it say where it was. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) throw error;
  const last = error.message.trim().split('\n').at(-1) ?? '';
  return last.replace(/^\s*\|->/u, '').trim();
}

/** The metavariables that stand for one node, without their `$`. */
export function metavariables(pattern: Pattern): readonly string[] {
  const text = typeof pattern === 'string' ? pattern : JSON.stringify(pattern);
  return [...new Set([...text.matchAll(/(?<!\$)\$([A-Z_][A-Z0-9_]*)/gu)].map(([, name]) => name ?? ''))];
}

function ruleOfText(pattern: string, language: ContractLanguage): RuleObject | BadPattern {
  const text = pattern.trim().replace(/;+$/u, '');
  if (/^\$+[A-Z_0-9]*$/u.test(text)) return { why: 'a metavariable alone matches everything' };
  const all = [...new Set([text, ...variantsOf(text, language)])].map((one) => inContext(one, language));
  const usable = all.filter((one) => parses(typeof one === 'string' ? one : one.context, language));
  if (usable[0] !== all[0]) return { why: `does not parse as ${language}` };
  return usable.length === 1 ? { pattern: usable[0] ?? '' } : { any: usable.map((one) => ({ pattern: one })) };
}

/** A decorator stands before something. */
function inContext(text: string, language: ContractLanguage): string | { context: string; selector: string } {
  if (!text.startsWith('@')) return text;
  const context = language === 'python' ? `${text}\ndef f():\n    pass` : `class A { ${text} m() {} }`;
  return { context, selector: 'decorator' };
}

/**
 * Other spellings of the same, which the engine tells apart: `a?.b()`, `f<T>()`, an async function, one with a return type, and lists
 * whose `$$$` stands for nothing.
 */
function variantsOf(text: string, language: ContractLanguage): readonly string[] {
  const spelled = [text, ...withoutEmpty(text)].flatMap(quotedOtherwise);
  if (language === 'python') return spelled;
  const chained = spelled.flatMap((one) => [
    one.replace(/\.(?=[\w$]+\([^()]*\)$)/u, '?.'),
    one.replace(/(?<=^[\w$.]+)\(/u, '?.('),
  ]);
  const all = [...spelled, ...chained, ...spelled.flatMap(asyncToo)];
  if (language === 'javascript') return all;
  return [...all, ...all.flatMap(typedToo)];
}

/** The engine compares literals with their quotes; people do not. */
function quotedOtherwise(text: string): readonly string[] {
  if (/'[^']*"|"[^"]*'|\\/u.test(text) || !/['"]/u.test(text)) return [text];
  return [text, text.replace(/['"]/gu, '"'), text.replace(/['"]/gu, "'")];
}

function withoutEmpty(text: string): readonly string[] {
  const first = text.replace(/\(\$\$\$\w*,\s*/u, '(');
  const last = text.replace(/,\s*\$\$\$\w*\)$/u, ')');
  const both = first.replace(/,\s*\$\$\$\w*\)$/u, ')');
  return [first, last, both];
}

function asyncToo(text: string): readonly string[] {
  return /^(?:export\s+(?:default\s+)?)?function\b/u.test(text) ? [text.replace('function', 'async function')] : [];
}

function typedToo(text: string): readonly string[] {
  if (/\bfunction\b/u.test(text)) return [text.replace(/\)\s*\{/u, '): $RETURNS_ {')];
  return /^[\w$.?]+\(/u.test(text) ? [text.replace('(', '<$$$TYPES_>(')] : [];
}

/** Metavariables are made letters first, as the engine does for languages whose names have no dollar. */
function parses(text: string, language: ContractLanguage): boolean {
  const root = parseCode(text.replaceAll('$', language === 'python' ? 'µ' : '$'), language);
  return root.find({ rule: { kind: 'ERROR' } }) === null && root.children().every(isWhole);
}

/** What the parser put in because it was missing has no width. */
function isWhole(node: Node): boolean {
  const children = node.children();
  return children.length === 0 ? node.text() !== '' : children.every(isWhole);
}

/** Texts inside a rule object that are decorators get their context too. */
function ruleOfObject(rule: RuleObject, language: ContractLanguage): RuleObject | BadPattern {
  const bad: BadPattern[] = [];
  const walk = (value: unknown, key: string): unknown => {
    if (key === 'pattern' && typeof value === 'string') {
      const context = inContext(value.trim().replace(/;+$/u, ''), language);
      if (!parses(typeof context === 'string' ? context : context.context, language))
        bad.push({ why: `${JSON.stringify(value)} does not parse as ${language}` });
      return context;
    }
    if (Array.isArray(value)) return value.map((one) => walk(one, ''));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, name)]));
  };
  const walked = walk(rule, '') as RuleObject;
  return bad[0] ?? walked;
}

/**
 * A constraint as a rule of the engine, whose regular expressions take linear time: one that a person wrote badly cannot hang the gate. Of
 * a string literal the words between the quotes count.
 */
function constraintOf({ regex, notRegex, oneOf }: Where, language: ContractLanguage): RuleObject {
  return {
    all: [
      ...(regex === undefined ? [] : [saying(regex, language)]),
      ...(notRegex === undefined ? [] : [{ not: saying(notRegex, language) }]),
      ...(oneOf === undefined ? [] : [saying(`^(?:${oneOf.map(escaped).join('|')})$`, language)]),
    ],
  };
}

function saying(regex: string, language: ContractLanguage): RuleObject {
  const isPython = language === 'python';
  const string: RuleObject = isPython ? { kind: 'string' } : { any: [{ kind: 'string' }, { kind: 'template_string' }] };
  const content: RuleObject = { kind: isPython ? 'string_content' : 'string_fragment', regex };
  return {
    any: [
      { all: [{ not: string }, { regex }] },
      { all: [string, { has: content }] },
      // An empty literal says nothing, which an expression may ask for.
      ...(['^$', '^(?:)$'].includes(regex) ? [{ all: [string, { not: { has: { kind: content.kind ?? '' } } }] }] : []),
    ],
  };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
}

/** The pattern with what `captures` binds put in: the same code must stand there. */
export function bind(pattern: Pattern, captures: ReadonlyMap<string, string>): Pattern {
  if (captures.size === 0 || !metavariables(pattern).some((name) => captures.has(name))) return pattern;
  const put = (text: string): string =>
    text.replace(/(?<!\$)\$([A-Z_][A-Z0-9_]*)/gu, (whole, name: string) => captures.get(name) ?? whole);
  if (typeof pattern === 'string') return put(pattern);
  return JSON.parse(JSON.stringify(pattern), (key, value: unknown) =>
    typeof value === 'string' && ['pattern', 'context'].includes(key) ? put(value) : value,
  ) as RuleObject;
}

/** All matches of any of the patterns, in the order of the text, each node once. */
export function findAll(
  root: Node,
  patterns: readonly Pattern[],
  where: Wheres,
  language: ContractLanguage,
): readonly Node[] {
  const found = new Map<number, Node>();
  for (const pattern of patterns) {
    const compiled = compile(pattern, where, language);
    if (isBad(compiled)) continue;
    for (const node of root.findAll(compiled)) if (!found.has(node.id())) found.set(node.id(), node);
  }
  return [...found.values()].sort((a, b) => a.range().start.index - b.range().start.index);
}

export function matches(node: Node, patterns: readonly Pattern[], language: ContractLanguage): boolean {
  return patterns.some((pattern) => {
    const compiled = compile(pattern, {}, language);
    return !isBad(compiled) && node.matches(compiled);
  });
}
