import { codeChildren, type SyntaxNode } from '@pawl/syntax';
import { type Assertion, STRENGTH } from '../file-floor.ts';
import { assertionOf, isConstant } from '../strength.ts';
import { methodStrength, OPERATORS, raisesStrength } from './matchers.ts';

export interface Found {
  readonly node: SyntaxNode;
  readonly assertion: Assertion;
}

const METHOD = /^(?:self|cls|case|testcase|tc)\.(assert\w+|fail)$/u;
const MOCK_METHOD = /\.(assert_(?:called|not_called|any_call|has_calls|awaited|not_awaited)\w*)$/u;
const RAISES =
  /^(?:(?:pytest\.)?raises(?:_exactly|Group)?|self\.assertRaises(?:Regex|Message|RegexMessage)?|assertRaises|pytest\.RaisesGroup)$/u;
const HELPER = /^(?:self\.)?_{0,2}((?:assert|expect|verify|check|ensure|should)_\w+)$/u;

/** What an `assert` statement says, one assertion for each part that has to hold. */
export function statedBy(statement: SyntaxNode): readonly Found[] {
  const [condition, message] = codeChildren(statement);
  if (condition === undefined) return [];
  // `assert (x, "why")` is a tuple, which always holds.
  const tuple = condition.kind === 'tuple' && message === undefined;
  return atomsOf(condition).map((atom) => ({
    node: statement,
    assertion: tuple ? always(condition.text) : claimed(atom),
  }));
}

function always(code: string): Assertion {
  return assertionOf({ subject: code, matcher: '', strength: STRENGTH.vacuous }, 'constant');
}

/** The operands of `and`: each has to hold. */
function atomsOf(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.kind === 'parenthesized_expression') return codeChildren(node).flatMap(atomsOf);
  if (node.kind !== 'boolean_operator' || node.field('operator')?.text !== 'and') return [node];
  return [node.field('left'), node.field('right')].flatMap((side) => (side === undefined ? [] : atomsOf(side)));
}

function claimed(node: SyntaxNode): Assertion {
  const code = node.text;
  if (isConstant(code)) return always(code);
  if (node.kind === 'boolean_operator') {
    const left = node.field('left');
    const inner = left === undefined ? undefined : claimed(left);
    return {
      ...(inner ?? always(code)),
      matcher: 'or',
      expected: code.slice(0, 200),
      strength: Math.min(STRENGTH.loose, inner?.strength ?? 0),
    };
  }
  if (node.kind === 'comparison_operator') return compared(node);
  if (node.kind === 'not_operator') {
    const inner = node.field('argument');
    return assertionOf({ subject: inner?.text ?? code, matcher: 'not', strength: STRENGTH.loose });
  }
  const asks =
    /^(?:isinstance|issubclass|all|any|hmac\.compare_digest|re\.\w+)\(|\.(?:startswith|endswith|match|search|issubset)\(/u.test(
      code,
    );
  return assertionOf({ subject: code, matcher: 'truth', strength: asks ? STRENGTH.partial : STRENGTH.loose });
}

function compared(node: SyntaxNode): Assertion {
  const [left, right] = codeChildren(node);
  const operator = node.tree.text
    .slice(left?.endOffset ?? 0, right?.startOffset ?? 0)
    .trim()
    .replace(/\s+/gu, ' ');
  const sides = { subject: left?.text ?? '', expected: right?.text ?? '' };
  const turned = isConstant(sides.subject) && !isConstant(sides.expected) && operator === '==';
  const { subject, expected } = turned ? { subject: sides.expected, expected: sides.subject } : sides;
  // `x is True` is what linters make of `x == True` and `x`.
  if (/^(?:True|False)$/u.test(expected))
    return assertionOf({
      subject,
      matcher: (expected === 'True') === /^(?:==|is)$/u.test(operator) ? 'truth' : 'not',
      strength: STRENGTH.loose,
    });
  return assertionOf({ subject, matcher: operator, expected, strength: OPERATORS[operator] ?? STRENGTH.loose });
}

/** What a call asserts. `helpers` are the functions of the file that assert. */
export function assertedBy(call: SyntaxNode, helpers: ReadonlySet<string>): Found | undefined {
  const callee = call.field('function')?.text ?? '';
  if (callee.length > 200) return undefined;
  const list = call.field('arguments');
  const args = list === undefined ? [] : codeChildren(list);
  if (RAISES.test(callee)) return { node: call, assertion: raised(call, callee, args) };
  const method = METHOD.exec(callee)?.[1];
  if (method !== undefined)
    return { node: call, assertion: method === 'fail' ? failing() : methodAsserted(method, args) };
  const mocked = MOCK_METHOD.exec(callee)?.[1];
  if (mocked !== undefined)
    return {
      node: call,
      assertion: assertionOf({
        subject: callee.slice(0, -mocked.length - 1),
        matcher: mocked,
        expected: textOf(args),
        strength: methodStrength(mocked),
      }),
    };
  if (callee === 'pytest.fail') return { node: call, assertion: failing() };
  const name = callee.replace(/^self\./u, '');
  if (!helpers.has(name) && !HELPER.test(callee)) return undefined;
  return { node: call, assertion: { subject: name, matcher: 'helper', expected: '', strength: STRENGTH.partial } };
}

function failing(): Assertion {
  return { subject: '', matcher: 'fail', expected: '', strength: STRENGTH.partial };
}

function methodAsserted(method: string, args: readonly SyntaxNode[]): Assertion {
  const [first, second] = args.map(({ text }) => text);
  if (/^assert_?(?:True|False|true|false)$/u.test(method)) {
    const negated = /false$/iu.test(method);
    const inner = args[0] === undefined ? always('') : claimed(args[0]);
    return negated && inner.vacuity === undefined ? { ...inner, matcher: `not ${inner.matcher}` } : inner;
  }
  const one = /^assertIs(?:Not)?None$/u.test(method);
  return assertionOf({
    subject: first ?? '',
    matcher: method,
    expected: one ? '' : (second ?? ''),
    strength: methodStrength(method),
  });
}

function raised(call: SyntaxNode, callee: string, args: readonly SyntaxNode[]): Assertion {
  const named = args.find(({ kind, text }) => kind === 'keyword_argument' && text.startsWith('match'));
  const plain = args.filter(({ kind }) => kind !== 'keyword_argument');
  const match = /Regex|Message/u.test(callee) ? plain[1]?.text : named?.field('value')?.text;
  const expected = plain[0]?.text ?? '';
  const within = enclosingWith(call);
  const subject = within?.field('body')?.text ?? textOf(plain.slice(1));
  return assertionOf({
    subject: `raises ${subject}`,
    matcher: 'raises',
    expected: `${expected}${match === undefined ? '' : ` ${match}`}`,
    strength: raisesStrength(expected, match),
  });
}

function enclosingWith(call: SyntaxNode): SyntaxNode | undefined {
  let node = call.parent;
  for (let steps = 0; node !== undefined && steps < 5; node = node.parent, steps += 1)
    if (node.kind === 'with_statement') return node;
  return undefined;
}

function textOf(args: readonly SyntaxNode[]): string {
  return args.map(({ text }) => text).join(',');
}
