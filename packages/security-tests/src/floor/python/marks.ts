import { codeChildren, type SyntaxNode } from '@pawl/syntax';
import type { TestState } from '../file-floor.ts';

/** What decorators, or a `pytestmark`, say of a test. */
export interface Marks {
  readonly states: readonly TestState[];
  readonly tags: readonly string[];
  readonly cases: number | null;
  readonly patched: readonly string[];
}

const NO_MARKS: Marks = { states: [], tags: [], cases: 1, patched: [] };
const KNOWN =
  /^(?:parametrize|usefixtures|skip|skipif|xfail|filterwarnings|asyncio|django_db|anyio|tryfirst|trylast|timeout|flaky|order)$/u;

/** Reads decorators, or the expressions of a `pytestmark`. */
export function marksOf(expressions: readonly SyntaxNode[]): Marks {
  return expressions.map(markOf).reduce(joinMarks, NO_MARKS);
}

export function joinMarks(a: Marks, b: Marks): Marks {
  return {
    states: [...a.states, ...b.states],
    tags: [...new Set([...a.tags, ...b.tags])],
    cases: a.cases === null || b.cases === null ? null : a.cases * b.cases,
    patched: [...a.patched, ...b.patched],
  };
}

function markOf(node: SyntaxNode): Marks {
  const text = node.text.replace(/^@\s*/u, '');
  const name = /^[\w.]+/u.exec(text)?.[0] ?? '';
  const last = name.slice(name.lastIndexOf('.') + 1);
  const call = node.kind === 'call' ? node : node.find(['call'])[0];
  const args = call?.field('arguments');
  if (last === 'parametrize' || last === 'expand') return { ...NO_MARKS, cases: rowsOf(args, last) };
  if (/\bpatch(?:\.object|\.dict|\.multiple)?$/u.test(name)) return { ...NO_MARKS, patched: [patchedBy(name, args)] };
  const state = stateOf(last, args);
  if (state !== undefined) return { ...NO_MARKS, states: [state] };
  const tag = /^(?:pytest\.)?mark\.(\w+)/u.exec(name)?.[1] ?? /^(?:tag)\((.*)\)/su.exec(text)?.[1];
  if (tag === undefined || KNOWN.test(tag)) return NO_MARKS;
  return { ...NO_MARKS, tags: tag.split(',').map((each) => each.replace(/["'\s]/gu, '')) };
}

function stateOf(name: string, args: SyntaxNode | undefined): TestState | undefined {
  if (name === 'skip') return 'skipped';
  if (name === 'xfail' || name === 'expectedFailure') return 'expected-to-fail';
  if (!/^(?:skipif|skipIf|skipUnless)$/u.test(name)) return undefined;
  const condition = args === undefined ? '' : (codeChildren(args)[0]?.text ?? '');
  const always = /^(?:True|1|"True"|'True'|not False)$/u.test(condition);
  const never = /^(?:False|0)$/u.test(condition);
  if (name === 'skipUnless') return never ? 'skipped' : always ? undefined : 'conditional';
  return always ? 'skipped' : never ? undefined : 'conditional';
}

/** The rows of `parametrize(names, rows)` and of `parameterized.expand(rows)`. */
function rowsOf(args: SyntaxNode | undefined, name: string): number | null {
  const rows =
    args === undefined
      ? undefined
      : codeChildren(args).filter(({ kind }) => kind !== 'keyword_argument')[name === 'expand' ? 0 : 1];
  return rows === undefined ? null : rowCount(rows);
}

function rowCount(rows: SyntaxNode): number | null {
  if (/^(?:list|tuple|set|dictionary)$/u.test(rows.kind)) {
    const elements = codeChildren(rows);
    return elements.some(({ kind }) => kind === 'list_splat') ? null : elements.length;
  }
  if (rows.kind !== 'identifier') return null;
  const named = rows.tree.root.find(['assignment']).filter((each) => each.field('left')?.text === rows.text);
  const value = named.length === 1 ? named[0]?.field('right') : undefined;
  return value === undefined || value.kind === 'identifier' ? null : rowCount(value);
}

export function patchedBy(name: string, args: SyntaxNode | undefined): string {
  const [first, second] = (args === undefined ? [] : codeChildren(args)).map(({ text }) =>
    text.replace(/^[rbf]?["']|["']$/gu, ''),
  );
  return name.endsWith('.object') || (second !== undefined && name.endsWith('setattr') && !(first ?? '').includes('.'))
    ? `${first ?? ''}.${second ?? ''}`
    : (first ?? '');
}
