import { codeChildren, codeText, type SyntaxNode } from '@pawl/syntax';
import { type Assertion, STRENGTH } from '../file-floor.ts';
import { assertionOf } from '../strength.ts';

const { loose, partial, exact } = STRENGTH;
const FAILS = /^(?!(?:assert|require|must|qt|is)\.)\w+\.(?:Error|Errorf|Fatal|Fatalf|Fail|FailNow)$/u;
const LIBRARY = /^(?:assert|require|is|must|qt|c)\.(\w+)$/u;

/** Testify and its kin. */
const METHODS: Readonly<Record<string, number>> = {
  ...each(
    exact,
    'Equal EqualValues Exactly ErrorIs EqualError JSONEq Len Nil Empty HTTPStatusCode ElementsMatch NoFileExists PanicsWithError',
  ),
  ...each(
    partial,
    'Contains NotContains ErrorContains ErrorAs Regexp NotRegexp Subset IsType PanicsWithValue HTTPError HTTPBodyContains',
  ),
  ...each(
    loose,
    'True False Error NoError NotNil NotEmpty NotEqual Greater GreaterOrEqual Less LessOrEqual Zero NotZero Panics NotPanics Condition',
  ),
};

function each(strength: number, names: string): Record<string, number> {
  return Object.fromEntries(names.split(' ').map((name) => [name, strength]));
}

/** What a function asserts outside of its subtests. */
export function assertionsIn(
  node: SyntaxNode,
  subtests: readonly SyntaxNode[],
  helpers: ReadonlySet<string>,
): readonly Assertion[] {
  const calls = node
    .find(['call_expression'])
    .filter((call) => !subtests.some((run) => run.startOffset <= call.startOffset && run.endOffset >= call.endOffset));
  const seen = new Set<number>();
  return calls.flatMap((call) => {
    const callee = call.field('function')?.text ?? '';
    if (isDead(call, node)) return [];
    if (FAILS.test(callee)) return conditionOf(call, node, seen);
    const method = LIBRARY.exec(callee)?.[1];
    if (method !== undefined) return [libraryAsserted(method, codeChildren(call.field('arguments') ?? call))];
    const name = callee.slice(callee.lastIndexOf('.') + 1);
    const helps = helpers.has(name) || /^(?:assert|expect|check|must|require|verify)[A-Z]\w*$/u.test(name);
    return helps ? [{ subject: name, matcher: 'helper', expected: '', strength: partial }] : [];
  });
}

/** `if got != want { t.Errorf(…) }`: what it refuses is what it asserts. One `if` counts once. */
function conditionOf(call: SyntaxNode, top: SyntaxNode, seen: Set<number>): readonly Assertion[] {
  for (let node = call.parent; node !== undefined && node.id !== top.id; node = node.parent) {
    if (node.kind !== 'if_statement') continue;
    if (seen.has(node.id)) return [];
    seen.add(node.id);
    return [refused(codeText(node.field('condition') ?? node))];
  }
  return [{ subject: '', matcher: 'fail', expected: '', strength: partial }];
}

function refused(condition: string): Assertion {
  if (/(?:^|&&)\s*false\b|\bfalse\s*&&/u.test(condition))
    return assertionOf({ subject: condition, matcher: 'refuses', strength: 0 }, 'constant');
  const wanted = /^(?:!\s*(?:errors\.(?:Is|As)|\w+\.Is)\((.+),\s*&?([\w.]+)\))$/u.exec(condition);
  if (wanted !== null)
    return assertionOf({ subject: wanted[1] as string, matcher: 'is', expected: wanted[2] as string, strength: exact });
  const compared = /^([^&|]+?)\s*(!=|==|<=|>=|<|>)\s*([^&|]+)$/u.exec(condition);
  if (compared !== null) {
    const [, subject = '', operator = '', expected = ''] = compared;
    const strength = operator === '!=' && expected !== 'nil' ? exact : loose;
    return assertionOf({ subject, matcher: `not ${operator}`, expected, strength });
  }
  const asks = /\b(?:strings|bytes|slices|maps|regexp|reflect)\.\w+\(|\.MatchString\(/u.test(condition);
  return assertionOf({
    subject: condition,
    matcher: 'refuses',
    strength: condition.includes('&&') ? loose : asks ? partial : loose,
  });
}

function libraryAsserted(name: string, args: readonly SyntaxNode[]): Assertion {
  const method = name.replace(/(?<=\w)f$/u, '');
  const [first, ...others] = args.map(({ text }) => text);
  const [one, two] = /^\w*[tT]$/u.test(first ?? '') || first?.endsWith('.T()') ? others : [first, ...others];
  const turned = /^(?:Equal|EqualValues|Exactly|JSONEq)$/u.test(method);
  const unary = /^(?:True|False|Error|NoError|Nil|NotNil|Empty|NotEmpty|Panics|NotPanics|Zero|NotZero)$/u.test(method);
  const strength = Object.hasOwn(METHODS, method) ? (METHODS[method] as number) : partial;
  return assertionOf({
    subject: (turned ? two : one) ?? '',
    matcher: method,
    expected: unary ? '' : ((turned ? one : two) ?? ''),
    strength,
  });
}

function isDead(call: SyntaxNode, top: SyntaxNode): boolean {
  let child = call;
  for (let node = call.parent; node !== undefined && node.id !== top.id; child = node, node = node.parent) {
    if (
      node.kind === 'if_statement' &&
      /^false$/u.test(node.field('condition')?.text ?? '') &&
      node.field('consequence')?.id === child.id
    )
      return true;
    if (node.kind !== 'statement_list' && node.kind !== 'block') continue;
    const { startOffset } = child;
    if (node.namedChildren.some((each) => each.kind === 'return_statement' && each.startOffset < startOffset))
      return true;
  }
  return false;
}

export const GO_TABLE: Readonly<Record<string, number>> = METHODS;
