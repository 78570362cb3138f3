import { codeChildren, codeText, type SyntaxNode, type SyntaxTree } from '@pawl/syntax';
import type { Assertion, FunctionFloor, TestFloor, TestState } from '../file-floor.ts';
import type { FileReading } from '../file-reading.ts';
import { digestOf, wordsOf } from '../text.ts';
import { assertionsIn } from './assertions.ts';

const TEST = /^(?:Test|Fuzz)(?![a-z])/u;
const TAKES_TEST = /\*testing\.[TF]\b/u;
const TAG = /^\/\/go:build\s+(.+)$/mu;

export function readGo(tree: SyntaxTree): FileReading {
  const constraint = TAG.exec(tree.text.slice(0, 4_000))?.[1]?.trim();
  const functions = tree.root.find(['function_declaration', 'method_declaration']);
  const tests = functions.filter(isTest);
  const helpers = functions.filter((each) => !isTest(each)).flatMap(functionOf);
  const names = new Set(helpers.map(({ name }) => name));
  const starved = functions.some(starves);
  return {
    framework: 'go',
    tests: tests.flatMap((each) => testsOf(each, constraint, names)),
    functions: helpers,
    imports: {},
    ...(starved ? { starves: '`TestMain` never calls `m.Run()`' } : {}),
  };
}

function isTest(node: SyntaxNode): boolean {
  const name = node.field('name')?.text ?? '';
  return TEST.test(name) && name !== 'TestMain' && TAKES_TEST.test(node.field('parameters')?.text ?? '');
}

function starves(node: SyntaxNode): boolean {
  return (
    node.field('name')?.text === 'TestMain' &&
    /\*testing\.M\b/u.test(node.field('parameters')?.text ?? '') &&
    !/\bRun\(\)|goleak\.VerifyTestMain|\bm\b\s*[,)]/u.test(codeText(node.field('body') ?? node))
  );
}

/** A test with the subtests that `t.Run` starts; what it asserts outside of them is its own. */
function testsOf(node: SyntaxNode, constraint: string | undefined, helpers: ReadonlySet<string>): readonly TestFloor[] {
  const runs = node
    .find(['call_expression'])
    .filter((call) => /^\w+\.Run$/u.test(call.field('function')?.text ?? '') && call.find(['func_literal']).length > 0);
  const own = assertionsIn(node, runs, helpers);
  const outer = stateOf(node, runs, constraint);
  const name = [nameOf(node)];
  const subtests = runs.map((run) => subtestOf(run, runs, name, outer, helpers));
  const literal = subtests.every(({ cases }) => cases === 1);
  if (subtests.length > 0 && literal && own.length === 0) return subtests;
  const asserts = [...own, ...(literal ? [] : subtests.flatMap((subtest) => subtest.asserts))];
  const cases = literal
    ? 1
    : subtests.reduce<number | null>(
        (all, { cases: count }) => (all === null || count === null ? null : Math.max(all, count)),
        1,
      );
  return [
    testOf(node, { path: name, state: outer, cases: subtests.length > 0 ? cases : tableCases(node), asserts }),
    ...(literal ? subtests : []),
  ];
}

function nameOf(node: SyntaxNode): string {
  const receiver = node.field('receiver')?.text.replace(/^\(\s*\w*\s*\*?|\)$/gu, '');
  const name = node.field('name')?.text ?? '';
  return receiver === undefined ? name : `${receiver}.${name}`;
}

function subtestOf(
  run: SyntaxNode,
  all: readonly SyntaxNode[],
  path: readonly string[],
  outer: TestState,
  helpers: ReadonlySet<string>,
): TestFloor {
  const literal = run.find(['func_literal'])[0] ?? run;
  const inner = all.filter(
    (each) => each.id !== run.id && each.startOffset > run.startOffset && each.endOffset < run.endOffset,
  );
  const name = codeChildren(run.field('arguments') ?? run)[0]?.text ?? '';
  const plain = /^["`]/u.test(name) ? name.slice(1, -1) : `\${${name}}`;
  const state = outer === 'run' ? stateOf(literal, inner, undefined) : outer;
  return testOf(literal, {
    path: [...path, plain],
    state,
    cases: loopCases(run),
    asserts: assertionsIn(literal, inner, helpers),
  });
}

function testOf(node: SyntaxNode, parts: Pick<TestFloor, 'path' | 'state' | 'cases' | 'asserts'>): TestFloor {
  const code = codeText(node.field('body') ?? node);
  return {
    ...parts,
    line: node.start.line,
    only: false,
    tags: [],
    mocks: [],
    words: wordsOf(`${parts.path.join(' ')} ${code}`),
    body: digestOf(code),
  };
}

const SKIPS = /^\w+\.(?:Skip|SkipNow|Skipf)$/u;

function stateOf(node: SyntaxNode, subtests: readonly SyntaxNode[], constraint: string | undefined): TestState {
  if (constraint !== undefined && /(?:^|[^!\w])ignore\b/u.test(constraint)) return 'skipped';
  const skips = node
    .find(['call_expression'])
    .filter(
      (call) =>
        SKIPS.test(call.field('function')?.text ?? '') &&
        !subtests.some((run) => run.startOffset <= call.startOffset && run.endOffset >= call.endOffset),
    );
  if (skips.some((call) => !isConditional(call, node))) return 'skipped';
  if (leavesFirst(node)) return 'skipped';
  return skips.length > 0 || constraint !== undefined ? 'conditional' : 'run';
}

function leavesFirst(node: SyntaxNode): boolean {
  const block = node.field('body');
  const statements =
    block === undefined
      ? []
      : codeChildren(block).flatMap((child) => (child.kind === 'statement_list' ? codeChildren(child) : [child]));
  return statements[0]?.kind === 'return_statement' && statements.length > 1;
}

function isConditional(call: SyntaxNode, top: SyntaxNode): boolean {
  for (let node = call.parent; node !== undefined && node.id !== top.id; node = node.parent) {
    if (node.kind === 'if_statement' && !/^true$/u.test(node.field('condition')?.text ?? '')) return true;
    if (/case$/u.test(node.kind)) return true;
  }
  return false;
}

/** The rows of the table that the loop around a subtest walks. */
function loopCases(run: SyntaxNode): number | null {
  for (let node = run.parent; node !== undefined && node.kind !== 'function_declaration'; node = node.parent) {
    if (node.kind === 'for_statement') return rowsOf(node);
  }
  return 1;
}

function tableCases(node: SyntaxNode): number | null {
  const loops = node
    .find(['for_statement'])
    .filter(
      (loop) =>
        loop.find(['range_clause']).length > 0 && /\bt\.(?:Error|Fatal|Fail)|\b(?:assert|require)\./u.test(loop.text),
    );
  return loops.length === 1 ? rowsOf(loops[0] as SyntaxNode) : 1;
}

function rowsOf(loop: SyntaxNode): number | null {
  const over = loop.find(['range_clause'])[0]?.field('right');
  const list = over?.kind === 'composite_literal' ? over : over?.kind === 'identifier' ? namedTable(over) : undefined;
  const body = list?.field('body');
  return body === undefined ? null : codeChildren(body).length;
}

function namedTable(name: SyntaxNode): SyntaxNode | undefined {
  const named = name.tree.root
    .find(['short_var_declaration', 'var_spec'])
    .filter(
      (each) => (each.field('left') ?? each.field('name'))?.text === name.text && each.startOffset < name.startOffset,
    );
  const value = named.at(-1)?.field(named.at(-1)?.kind === 'var_spec' ? 'value' : 'right');
  return value?.find(['composite_literal'])[0];
}

function functionOf(node: SyntaxNode): readonly FunctionFloor[] {
  const asserts: readonly Assertion[] = assertionsIn(node, [], new Set());
  if (asserts.length === 0) return [];
  const code = codeText(node.field('body') ?? node);
  return [
    {
      name: node.field('name')?.text ?? '',
      line: node.start.line,
      body: digestOf(code),
      words: wordsOf(node.text),
      asserts,
    },
  ];
}
