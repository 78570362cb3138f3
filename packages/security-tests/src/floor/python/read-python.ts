import { codeChildren, codeText, type SyntaxNode, type SyntaxTree } from '@pawl/syntax';
import type { Assertion, FunctionFloor, Imports, Mock, TestFloor, TestState } from '../file-floor.ts';
import type { FileReading } from '../file-reading.ts';
import { weakenedBy } from '../strength.ts';
import { digestOf, wordsOf } from '../text.ts';
import { assertedBy, statedBy } from './assertions.ts';
import { joinMarks, type Marks, marksOf, patchedBy } from './marks.ts';
import { wayTo } from './way.ts';

/** A function with what is around it. */
interface Definition {
  readonly node: SyntaxNode;
  readonly path: readonly string[];
  readonly marks: Marks;
  readonly collected: boolean;
  readonly conditional: boolean;
}

interface Around {
  readonly path: readonly string[];
  readonly marks: Marks;
  /** Whether functions with the name of a test are tests here. */
  readonly collects: boolean;
  readonly conditional: boolean;
}

export function readPython(tree: SyntaxTree): FileReading {
  const skipped = moduleSkip(tree);
  const around: Around = {
    path: [],
    marks: joinMarks(markedBy(tree.root), skipped),
    collects: !/^__test__\s*=\s*False\b/mu.test(tree.text),
    conditional: false,
  };
  const definitions = lastOfEach(definitionsIn(tree.root, around));
  const plain = definitions.filter(({ collected }) => !collected).flatMap(functionOf);
  const helpers = new Set(plain.map(({ name }) => name));
  return {
    framework: /^\s*(?:import|from)\s+pytest\b/mu.test(tree.text) ? 'pytest' : undefined,
    tests: definitions.filter(({ collected }) => collected).map((definition) => testOf(definition, helpers)),
    functions: plain,
    imports: importsOf(tree),
  };
}

/** The second definition of a name is the one that there is. */
function lastOfEach(definitions: readonly Definition[]): readonly Definition[] {
  const last = new Map(definitions.map((definition) => [definition.path.join('.'), definition]));
  return [...last.values()];
}

function definitionsIn(parent: SyntaxNode, around: Around): readonly Definition[] {
  return codeChildren(parent).flatMap((child): readonly Definition[] => {
    if (child.kind === 'decorated_definition') {
      const definition = child.field('definition');
      const decorators = child.namedChildren
        .filter(({ kind }) => kind === 'decorator')
        .flatMap((decorator) => codeChildren(decorator));
      return definition === undefined
        ? []
        : definedBy(definition, { ...around, marks: joinMarks(around.marks, marksOf(decorators)) });
    }
    if (/^(?:if_statement|else_clause|elif_clause|try_statement|except_clause|block)$/u.test(child.kind)) {
      if (child.kind === 'if_statement' && /^(?:False|0)$/u.test(child.field('condition')?.text ?? '')) return [];
      return definitionsIn(child, { ...around, conditional: around.conditional || child.kind === 'if_statement' });
    }
    return definedBy(child, around);
  });
}

function definedBy(node: SyntaxNode, around: Around): readonly Definition[] {
  const name = node.field('name')?.text ?? '';
  const path = [...around.path, name];
  if (node.kind === 'function_definition') {
    const collected = around.collects && name.startsWith('test');
    return [{ node, path, marks: around.marks, collected, conditional: around.conditional }];
  }
  const body = node.kind === 'class_definition' ? node.field('body') : undefined;
  if (body === undefined) return [];
  const bases = node.field('superclasses')?.text ?? '';
  const collects =
    around.collects &&
    (/^Test/u.test(name) || /\b\w*Test(?:s|Case|Base|Mixin|CaseBase)?\b/u.test(bases)) &&
    !/^\s*__test__\s*=\s*False\b/mu.test(body.text.slice(0, 2_000));
  return definitionsIn(body, { ...around, path, collects, marks: joinMarks(around.marks, markedBy(body)) });
}

/** `pytestmark = [...]` of a module or class. */
function markedBy(block: SyntaxNode): Marks {
  const values = codeChildren(block).flatMap((statement) => {
    const assignment = statement.kind === 'expression_statement' ? codeChildren(statement)[0] : undefined;
    const value =
      assignment?.kind === 'assignment' && assignment.field('left')?.text === 'pytestmark'
        ? assignment.field('right')
        : undefined;
    return value === undefined ? [] : value.kind === 'list' || value.kind === 'tuple' ? codeChildren(value) : [value];
  });
  return marksOf(values);
}

function moduleSkip(tree: SyntaxTree): Marks {
  const states: TestState[] = [];
  for (const statement of codeChildren(tree.root)) {
    if (
      /^pytest\.skip\(.*allow_module_level\s*=\s*True/su.test(statement.text) ||
      /^raise\s+(?:unittest\.)?SkipTest/u.test(statement.text)
    )
      states.push('skipped');
    else if (statement.kind === 'if_statement' && /\bpytest\.skip\(.*allow_module_level/su.test(statement.text))
      states.push(/^if\s+(?:True|1)\s*:/u.test(statement.text) ? 'skipped' : 'conditional');
  }
  return { states, tags: [], cases: 1, patched: [] };
}

const WORST: readonly TestState[] = ['skipped', 'todo', 'expected-to-fail', 'conditional'];
const SKIPS = /^(?:pytest\.(skip|xfail|importorskip)|self\.(skipTest))$/u;

function testOf({ node, path, marks, conditional }: Definition, helpers: ReadonlySet<string>): TestFloor {
  const body = node.field('body') ?? node;
  const states = [...marks.states, ...bodyStates(node, body)];
  const code = codeText(body);
  const patched = [...marks.patched, ...patchesIn(body)];
  return {
    path,
    line: node.start.line,
    state: WORST.find((state) => states.includes(state)) ?? (conditional ? 'conditional' : 'run'),
    only: false,
    cases: marks.cases,
    tags: marks.tags,
    asserts: assertsIn(node, body, helpers),
    mocks: patched.map((target): Mock => ({ target, partial: false })),
    words: wordsOf(
      `${path.at(-1) ?? ''} ${node.parent?.kind === 'decorated_definition' ? node.parent.text : node.text}`,
    ),
    body: digestOf(code),
  };
}

function bodyStates(node: SyntaxNode, body: SyntaxNode): readonly TestState[] {
  const raised = /^\s*raise\s+(?:unittest\.)?SkipTest\b/mu.test(body.text) ? (['skipped'] as const) : [];
  const called = body.find(['call']).flatMap((call): readonly TestState[] => {
    const found = SKIPS.exec(call.field('function')?.text ?? '');
    if (found === null) return [];
    const way = wayTo(node.id, call);
    if (way.dead) return [];
    if (way.conditional || found[1] === 'importorskip' || isHandled(call)) return ['conditional'];
    return [found[1] === 'xfail' ? 'expected-to-fail' : 'skipped'];
  });
  return [...raised, ...called];
}

/** In an `except`: only where something is not installed. */
function isHandled(call: SyntaxNode): boolean {
  for (let node = call.parent; node !== undefined; node = node.parent) if (node.kind === 'except_clause') return true;
  return false;
}

function assertsIn(top: SyntaxNode, body: SyntaxNode, helpers: ReadonlySet<string>): readonly Assertion[] {
  const found = [
    ...body.find(['assert_statement']).flatMap(statedBy),
    ...body.find(['call']).flatMap((call) => assertedBy(call, helpers) ?? []),
  ];
  return found.flatMap(({ node, assertion }) => {
    const way = wayTo(top.id, node);
    return way.dead ? [] : [weakenedBy(assertion, way)];
  });
}

const PATCH = /(?:^|\.)(?:patch(?:\.object|\.dict|\.multiple)?|monkeypatch\.setattr)$/u;

function patchesIn(body: SyntaxNode): readonly string[] {
  const called = body.find(['call']).flatMap((call) => {
    const name = call.field('function')?.text ?? '';
    return PATCH.test(name) ? [patchedBy(name, call.field('arguments'))] : [];
  });
  const assigned = body.find(['assignment']).flatMap((assignment) => {
    const left = assignment.field('left');
    const faked = /^(?:lambda\b|(?:\w+\.)?(?:Magic|Async)?Mock\()/u.test(assignment.field('right')?.text ?? '');
    return faked && left?.kind === 'attribute' && !left.text.startsWith('self.') ? [left.text] : [];
  });
  return [...called, ...assigned];
}

function functionOf({ node, path }: Definition): readonly FunctionFloor[] {
  const body = node.field('body') ?? node;
  const asserts = assertsIn(node, body, new Set());
  if (asserts.length === 0 && !/assert|^_?_?(?:check|expect|verify|ensure)_/u.test(path.at(-1) ?? '')) return [];
  return [
    {
      name: path.at(-1) ?? '',
      line: node.start.line,
      body: digestOf(codeText(body)),
      words: wordsOf(node.text),
      asserts,
    },
  ];
}

function importsOf(tree: SyntaxTree): Imports {
  const imports: [string, string][] = [];
  for (const statement of tree.root.find(['import_statement', 'import_from_statement'])) {
    const module = statement.field('module_name')?.text;
    for (const name of statement.fields('name')) {
      const local = (name.field('alias') ?? name).text;
      const real = (name.field('name') ?? name).text;
      imports.push([local, module === undefined ? real : `${module}.${real}`]);
    }
  }
  return Object.fromEntries(imports);
}
