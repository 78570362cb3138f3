import { callParts, codeChildren, type SyntaxNode } from '@pawl/syntax';
import type { TestState } from '../file-floor.ts';

/** One call that defines a test or a group of tests. */
export interface Registration {
  readonly call: SyntaxNode;
  readonly group: boolean;
  readonly name: string;
  readonly state: TestState;
  readonly only: boolean;
  readonly tags: readonly string[];
  /** What the table of `each` is, where there is one. */
  readonly table: SyntaxNode | undefined;
  readonly body: SyntaxNode | undefined;
}

interface Word {
  readonly group: boolean;
  readonly state?: TestState;
  readonly only?: true;
}

/** Other names that a file gives to them: `const itSafe = supported ? it : it.skip`. */
export type Aliases = ReadonlyMap<string, Word>;

const TESTS: Readonly<Record<string, Word>> = {
  it: { group: false },
  test: { group: false },
  specify: { group: false },
  fit: { group: false, only: true },
  ftest: { group: false, only: true },
  xit: { group: false, state: 'skipped' },
  xtest: { group: false, state: 'skipped' },
  xspecify: { group: false, state: 'skipped' },
  describe: { group: true },
  suite: { group: true },
  context: { group: true },
  fdescribe: { group: true, only: true },
  xdescribe: { group: true, state: 'skipped' },
  xcontext: { group: true, state: 'skipped' },
};

const FUNCTIONS: readonly string[] = ['arrow_function', 'function_expression', 'function'];
const ROOT = /^(?:\(|[\p{L}_$][\p{L}\p{N}_$]*)/u;
const SUBTEST = /^(?:t|ctx|context|tap|tester|assert)\.(?:test|describe|it)\b/u;

export function aliasesIn(text: string): Aliases {
  const aliases = new Map<string, Word>();
  const pattern =
    /\b(?:const|let|var)\s+([\w$]+)\s*=\s*([^;\n{]{0,200}?\b(it|test|describe)\b(?!['"`:])[^;\n]{0,100})/gu;
  for (const [, name = '', value = '', word = ''] of text.matchAll(pattern)) {
    if (/=>|\bawait\b|\bfunction\b|require\(/u.test(value) || name in TESTS) continue;
    const state =
      value.includes('?') || /(?:skipIf|runIf)\(/u.test(value)
        ? 'conditional'
        : /\.skip\b/u.test(value)
          ? 'skipped'
          : undefined;
    aliases.set(name, {
      group: word === 'describe',
      ...(state && { state }),
      ...(/\.only\b/u.test(value) && { only: true }),
    });
  }
  return aliases;
}

/** What a call defines, undefined for any other call. */
export function registrationOf(call: SyntaxNode, aliases: Aliases): Registration | undefined {
  const { text } = call.tree;
  const start = ROOT.exec(text.slice(call.startOffset, call.startOffset + 60))?.[0] ?? '';
  const ahead = text.slice(call.startOffset, call.startOffset + 30);
  if (!(Object.hasOwn(TESTS, start) || aliases.has(start) || start === '(' || SUBTEST.test(ahead))) return undefined;
  const parts = callParts(call);
  if (parts === undefined || parts.list.kind !== 'arguments') return undefined;
  const callee = call.field('function');
  const chain = callee && chainOf(callee, aliases);
  return chain && defined(call, chain, codeChildren(parts.list));
}

interface Chain {
  readonly word: Word;
  readonly modifiers: readonly string[];
  readonly table: SyntaxNode | undefined;
  readonly condition: string | undefined;
}

/** `it.concurrent.each(table)`, from its end to its root. */
function chainOf(callee: SyntaxNode, aliases: Aliases): Chain | undefined {
  const modifiers: string[] = [];
  let table: SyntaxNode | undefined;
  let condition: string | undefined;
  let node: SyntaxNode | undefined = callee;
  while (node !== undefined && (node.kind === 'member_expression' || node.kind === 'call_expression')) {
    if (node.kind === 'member_expression') modifiers.unshift(node.field('property')?.text ?? '');
    else {
      const last = node.field('function')?.field('property')?.text;
      const list: SyntaxNode | undefined = node.field('arguments');
      if (last === 'each' || last === 'for') table = list;
      else if (last === 'skipIf' || last === 'runIf') condition = list?.text;
      else return undefined;
    }
    node = node.field(node.kind === 'member_expression' ? 'object' : 'function');
  }
  const word = node && wordOf(node.text, modifiers, aliases);
  return word && { word, modifiers, table, condition };
}

function wordOf(root: string, modifiers: readonly string[], aliases: Aliases): Word | undefined {
  if (root.startsWith('('))
    return /^\([^()]*\?[^()]*\b(?:it|test|describe)\b/u.test(root)
      ? { group: /\bdescribe\b/u.test(root), state: 'conditional' }
      : undefined;
  const word = Object.hasOwn(TESTS, root) ? TESTS[root] : aliases.get(root);
  if (word === undefined) return modifiers.length === 1 ? TESTS[modifiers[0] as string] : undefined;
  // Playwright's `test.describe`.
  return modifiers[0] === 'describe' ? { ...word, group: true } : word;
}

const HOOKS = /^(?:before|after|use|extend|step|setTimeout|configure|slow|info|expect|mock)/u;

function defined(call: SyntaxNode, chain: Chain, args: readonly SyntaxNode[]): Registration | undefined {
  const { word, modifiers, table } = chain;
  if (modifiers.some((modifier) => HOOKS.test(modifier))) return undefined;
  const name = args[0];
  if (name === undefined || FUNCTIONS.includes(name.kind)) return undefined;
  const body = args.slice(1).find(({ kind }) => FUNCTIONS.includes(kind)) ?? lastName(args);
  const options = args.slice(1).find(({ kind }) => kind === 'object');
  // `test.skip(browser === 'webkit', 'why')` stands in a test and is none.
  if (body === undefined && modifiers.length > 0 && !/^["'`]/u.test(name.text)) return undefined;
  const states = [stateOf(chain), optionState(options)];
  return {
    call,
    group: word.group,
    name: nameOf(name),
    state: body === undefined && !word.group ? 'todo' : (states.find((state) => state !== 'run') ?? 'run'),
    only: word.only === true || modifiers.includes('only') || isOn(options, 'only'),
    tags: tagsOf(options),
    table,
    body,
  };
}

/** A function by its name: `it('works', works)`. */
function lastName(args: readonly SyntaxNode[]): SyntaxNode | undefined {
  const last = args.length > 1 ? args.at(-1) : undefined;
  return last !== undefined && /^(?:identifier|member_expression|call_expression)$/u.test(last.kind) ? last : undefined;
}

function stateOf({ word, modifiers, condition }: Chain): TestState {
  if (modifiers.includes('skip')) return 'skipped';
  if (modifiers.includes('todo')) return 'todo';
  if (modifiers.some((modifier) => modifier === 'fails' || modifier === 'failing' || modifier === 'fixme'))
    return 'expected-to-fail';
  if (condition !== undefined) return conditionState(condition, modifiers.includes('skipIf'));
  return word.state ?? 'run';
}

function conditionState(condition: string, skips: boolean): TestState {
  if (/^\(\s*(?:true|1)\s*\)$/u.test(condition)) return skips ? 'skipped' : 'run';
  if (/^\(\s*(?:false|0)\s*\)$/u.test(condition)) return skips ? 'run' : 'skipped';
  return 'conditional';
}

function optionState(options: SyntaxNode | undefined): TestState {
  for (const [key, state] of [
    ['skip', 'skipped'],
    ['todo', 'todo'],
    ['fails', 'expected-to-fail'],
  ] as const) {
    const value = optionOf(options, key);
    if (value === undefined || /^(?:false|undefined|null|0)$/u.test(value.text)) continue;
    return /^(?:true|\d+|string|template_string|number)$/u.test(value.kind) ? state : 'conditional';
  }
  return 'run';
}

function isOn(options: SyntaxNode | undefined, key: string): boolean {
  return optionOf(options, key)?.text === 'true';
}

function optionOf(options: SyntaxNode | undefined, key: string): SyntaxNode | undefined {
  return options?.namedChildren
    .find((child) => child.kind === 'pair' && child.field('key')?.text.replace(/["']/gu, '') === key)
    ?.field('value');
}

function tagsOf(options: SyntaxNode | undefined): readonly string[] {
  const value = optionOf(options, 'tags') ?? optionOf(options, 'tag');
  return value === undefined ? [] : [...value.text.matchAll(/["'`]@?([^"'`]+)["'`]/gu)].map(([, tag = '']) => tag);
}

/** The text of a name; what is put into it stays as `${}`. */
function nameOf(node: SyntaxNode): string {
  if (node.kind === 'string') return node.text.slice(1, -1).replace(/\\(["'`\\])/gu, '$1');
  if (node.kind === 'template_string') return node.text.slice(1, -1).replace(/\$\{[^}]*\}/gu, '${}');
  return `\${${node.text.replace(/\s+/gu, ' ').slice(0, 60)}}`;
}
