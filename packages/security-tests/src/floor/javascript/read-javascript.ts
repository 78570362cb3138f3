import type { SyntaxNode, SyntaxTree } from '@pawl/syntax';
import type { Framework } from '../../settings.ts';
import type { Assertion, FunctionFloor, Mock, TestFloor, TestState } from '../file-floor.ts';
import type { FileReading } from '../file-reading.ts';
import { weakenedBy } from '../strength.ts';
import { digestOf, wordsOf } from '../text.ts';
import { assertedBy, type Found, shouldOf } from './assertions.ts';
import { casesOf } from './cases-of.ts';
import { importsOf, mockedBy, replacedBy } from './mocks.ts';
import { aliasesIn, type Registration, registrationOf } from './registration.ts';
import { wayTo } from './way.ts';

/** One test or group with what is around it. */
interface Scope {
  readonly registration: Registration;
  readonly outer: Scope | undefined;
  readonly found: Found[];
  readonly mocks: Mock[];
  /** `t.skip()` in its body. */
  inner: TestState | undefined;
}

export function readJavascript(tree: SyntaxTree): FileReading {
  const calls = tree.root.find(['call_expression']);
  const scopes = scopesIn(calls, tree);
  const helpers = functionsIn(tree, scopes);
  const mocks: Mock[] = [];
  for (const found of foundIn(tree, calls, helpers)) innermost(scopes, found.node)?.found.push(found);
  for (const [node, mock] of mocksIn(tree, calls)) (innermost(scopes, node)?.mocks ?? mocks).push(mock);
  markSkipped(calls, scopes);
  const tests = scopes.filter(({ registration }) => !registration.group && !hasTests(registration, scopes));
  return {
    framework: frameworkOf(tree.text, importsOf(tree.text)),
    tests: tests.flatMap((scope) => testOf(scope, mocks) ?? []),
    functions: helpers,
    imports: importsOf(tree.text),
  };
}

/** A test with subtests is the group of them. */
function hasTests({ call }: Registration, scopes: readonly Scope[]): boolean {
  return scopes.some(({ outer }) => outer?.registration.call.id === call.id);
}

function scopesIn(calls: readonly SyntaxNode[], tree: SyntaxTree): readonly Scope[] {
  const aliases = aliasesIn(tree.text);
  const scopes: Scope[] = [];
  for (const call of calls) {
    const registration = registrationOf(call, aliases);
    if (registration !== undefined)
      scopes.push({ registration, outer: innermost(scopes, call), found: [], mocks: [], inner: undefined });
  }
  return scopes;
}

/** Scopes are in the order of the text, so the last one around a node is the innermost. */
function innermost(scopes: readonly Scope[], { startOffset, endOffset }: SyntaxNode): Scope | undefined {
  return scopes.findLast(
    ({ registration: { call } }) =>
      call.startOffset <= startOffset &&
      call.endOffset >= endOffset &&
      !(call.startOffset === startOffset && call.endOffset === endOffset),
  );
}

function foundIn(tree: SyntaxTree, calls: readonly SyntaxNode[], helpers: readonly FunctionFloor[]): readonly Found[] {
  const names = new Set(helpers.map(({ name }) => name));
  const found = calls.flatMap((call) => assertedBy(call, names) ?? []);
  if (!tree.text.includes('.should.')) return found;
  return [...found, ...tree.root.find(['member_expression']).flatMap((member) => shouldOf(member) ?? [])];
}

function mocksIn(tree: SyntaxTree, calls: readonly SyntaxNode[]): readonly (readonly [SyntaxNode, Mock])[] {
  const assignments = tree.root.find(['assignment_expression']);
  return [
    ...calls.flatMap((call) => mockedBy(call).flatMap((mock) => pairOf(call, mock))),
    ...assignments.flatMap((assignment) => pairOf(assignment, replacedBy(assignment))),
  ];
}

function pairOf(node: SyntaxNode, mock: Mock | undefined): readonly (readonly [SyntaxNode, Mock])[] {
  return mock === undefined ? [] : [[node, mock]];
}

const SKIPS = /^(?:this|t|ctx|context|test|it|task)\.(?:skip|todo)\(|^pending\(/u;

function markSkipped(calls: readonly SyntaxNode[], scopes: readonly Scope[]): void {
  for (const call of calls) {
    if (!SKIPS.test(call.tree.text.slice(call.startOffset, call.startOffset + 20))) continue;
    if (scopes.some(({ registration }) => registration.call.id === call.id)) continue;
    const scope = innermost(scopes, call);
    if (scope === undefined) continue;
    const way = wayTo(scope.registration.call.id, call);
    const asks = /^\w+\.\w+\(\s*(?!["'`)])/u.test(call.text);
    if (!way.dead) scope.inner = way.conditional || asks ? 'conditional' : 'skipped';
  }
}

function testOf(scope: Scope, fileMocks: readonly Mock[]): TestFloor | undefined {
  const { call, body, table } = scope.registration;
  const chain = chainOf(scope);
  const way = wayTo(undefined, call);
  if (way.dead) return undefined;
  const state = stateOf(chain, way.conditional);
  const code = body?.text ?? '';
  const tables = chain.map(({ registration }) => registration.table);
  return {
    path: chain.map(({ registration: { name } }) => name),
    line: call.start.line,
    state,
    only: chain.some(({ registration }) => registration.only),
    cases: casesOf(call, tables),
    tags: [...new Set(chain.flatMap(({ registration }) => registration.tags))],
    asserts: scope.found.flatMap((found) => assertionIn(found, call)),
    mocks: [...fileMocks, ...chain.flatMap(({ mocks }) => mocks)],
    words: wordsOf(`${code} ${table?.text ?? ''} ${scope.registration.name}`),
    body: digestOf(code),
  };
}

function chainOf(scope: Scope): readonly Scope[] {
  const chain: Scope[] = [];
  for (let each: Scope | undefined = scope; each !== undefined; each = each.outer) chain.unshift(each);
  return chain;
}

const WORST: readonly TestState[] = ['skipped', 'todo', 'expected-to-fail', 'conditional'];

function stateOf(chain: readonly Scope[], conditional: boolean): TestState {
  const states = chain.flatMap(({ registration, inner }) => [registration.state, inner]);
  return WORST.find((state) => states.includes(state)) ?? (conditional ? 'conditional' : 'run');
}

function assertionIn({ node, assertion }: Found, top: SyntaxNode): readonly Assertion[] {
  const way = wayTo(top.id, node);
  return way.dead ? [] : [weakenedBy(assertion, way)];
}

/** Named functions that assert and lie in no test. */
function functionsIn(tree: SyntaxTree, scopes: readonly Scope[]): readonly FunctionFloor[] {
  const named = tree.root.find(['function_declaration', 'variable_declarator', 'method_definition']);
  return named.flatMap((node) => {
    const name = node.field('name')?.text ?? '';
    const value = node.kind === 'variable_declarator' ? node.field('value') : node;
    if (value === undefined || (node.kind === 'variable_declarator' && !/function/u.test(value.kind))) return [];
    if (!/\b(?:expect|assert|should)\b|\bt\.\w/u.test(value.text)) return [];
    if (scopes.some(({ registration: { call } }) => inside(call, value))) return [];
    const asserts = value
      .find(['call_expression'])
      .flatMap((call) => assertedBy(call, NONE) ?? [])
      .flatMap((found) => assertionIn(found, value));
    const code = value.text;
    return [
      {
        name,
        line: node.start.line,
        body: digestOf(value.kind === 'function_declaration' ? (value.field('body')?.text ?? '') : code),
        words: wordsOf(code),
        asserts,
      },
    ];
  });
}

const NONE: ReadonlySet<string> = new Set();

function inside(inner: SyntaxNode, outer: SyntaxNode): boolean {
  return inner.startOffset >= outer.startOffset && inner.endOffset <= outer.endOffset;
}

function frameworkOf(text: string, imports: Readonly<Record<string, string>>): Framework | undefined {
  const modules = new Set(Object.values(imports));
  if (modules.has('vitest') || /\bvi\.(?:mock|fn|spyOn)\(/u.test(text)) return 'vitest';
  if (modules.has('@jest/globals') || /\bjest\.(?:mock|fn|spyOn)\(/u.test(text)) return 'jest';
  if (modules.has('node:test') || modules.has('test')) return 'node';
  return modules.has('mocha') || modules.has('chai') ? 'mocha' : undefined;
}
