import { codeChildren, type SyntaxNode } from '@pawl/syntax';
import { type Assertion, STRENGTH } from '../file-floor.ts';
import { assertionOf } from '../strength.ts';
import { LINKS, strengthOf } from './matchers.ts';

/** An assertion, and the node that makes it. */
export interface Found {
  readonly node: SyntaxNode;
  readonly assertion: Assertion;
}

const NODE_ASSERT = /^(?:(?:t|chai|ctx|context|QUnit|this)\.)?(assert)(?:\.strict)?(?:\.(\w+))?$/u;
const TAP =
  /^t\.(is|not|equals?|same|deepEqual|deepEquals?|notDeepEqual|like|throws|throwsAsync|rejects|ok|notOk|true|false|truthy|falsy|match|regex|notMatch|fail|error)$/u;
const HELPER = /^(?:assert|expect|verify|check|ensure|should|must)[A-Z_]\w*$/u;
const NO_HELPER = /^expect(?:TypeOf|Type|Assertion)/u;

/** What one call asserts, undefined where it does not. `helpers` are the functions of the file that assert. */
export function assertedBy(call: SyntaxNode, helpers: ReadonlySet<string>): Found | undefined {
  const callee = call.field('function');
  const list = call.field('arguments');
  if (callee === undefined || list === undefined || callee.endOffset - callee.startOffset > 5_000) return undefined;
  const args = list.kind === 'arguments' ? codeChildren(list) : [];
  if (callee.kind === 'identifier') return calledByName(call, callee.text, args, helpers);
  if (callee.kind !== 'member_expression') return undefined;
  const property = callee.field('property')?.text ?? '';
  if (callee.text === 'expect.soft' || callee.text === 'expect.poll') return expectation(call, args);
  if (callee.text === 'expect.fail' || callee.text === 'expect.unreachable')
    return { node: call, assertion: failing() };
  if (property === 'expect' && callee.field('object')?.kind === 'call_expression')
    return { node: call, assertion: responded(args) };
  const short = callee.text.length < 40 ? callee.text : '';
  const assert = NODE_ASSERT.exec(short);
  if (assert !== null) return { node: call, assertion: nodeAsserted(assert[2] ?? 'ok', args, call) };
  const tap = TAP.exec(short);
  if (tap !== null) return { node: call, assertion: nodeAsserted(tap[1] as string, args, call) };
  if (/^sinon\.assert\.\w+$/u.test(short)) return { node: call, assertion: plain(property, args) };
  return cypress(call, callee, args);
}

function calledByName(
  call: SyntaxNode,
  name: string,
  args: readonly SyntaxNode[],
  helpers: ReadonlySet<string>,
): Found | undefined {
  if (name === 'expect') return expectation(call, args);
  if (name === 'assert') return { node: call, assertion: nodeAsserted('ok', args, call) };
  if (helpers.has(name) || (HELPER.test(name) && !NO_HELPER.test(name)))
    return { node: call, assertion: { subject: name, matcher: 'helper', expected: '', strength: STRENGTH.partial } };
  return undefined;
}

interface Link {
  readonly name: string;
  readonly args?: readonly SyntaxNode[];
}

/** `expect(subject).not.toBe(expected)`, read from its inside to its outside. */
function expectation(call: SyntaxNode, args: readonly SyntaxNode[]): Found {
  const { links, outer } = linksAfter(call);
  const subject = args[0]?.text ?? '';
  const promised = links.some(
    ({ name }) => name === 'resolves' || name === 'rejects' || /^(?:eventually|rejected\w*)$/u.test(name),
  );
  const assertion = fromLinks(subject, links);
  const caught = links.findLast(({ name }) => name === 'catch');
  if (
    caught?.args !== undefined &&
    /^(?:\(\w*\)|\w+)\s*=>\s*(?:\{\s*\}|undefined|null|void 0)$/u.test(caught.args[0]?.text ?? '')
  )
    return { node: outer, assertion: { ...assertion, strength: STRENGTH.vacuous, vacuity: 'swallowed' } };
  if (promised && outer.parent?.kind === 'expression_statement' && !isWaited(outer))
    return { node: outer, assertion: { ...assertion, strength: STRENGTH.vacuous, vacuity: 'not-awaited' } };
  return { node: outer, assertion };
}

/** In Mocha and Jest a `done` callback may stand for the `await`; then `.then(done)` is part of the chain. */
function isWaited(outer: SyntaxNode): boolean {
  return /\.(?:notify|then|finally)\([^()]*(?:\)|$)[^.]*$/u.test(outer.text.slice(-80));
}

function linksAfter(call: SyntaxNode): { readonly links: readonly Link[]; readonly outer: SyntaxNode } {
  const links: Link[] = [];
  let outer = call;
  for (let node = call.parent; node !== undefined; outer = node, node = node.parent) {
    if (node.kind === 'non_null_expression') continue;
    if (node.kind === 'member_expression' && node.field('object')?.id === outer.id)
      links.push({ name: node.field('property')?.text ?? '' });
    else if (node.kind === 'call_expression' && node.field('function')?.id === outer.id) {
      const list = node.field('arguments');
      const last = links.pop();
      links.push({ name: last?.name ?? '', args: list?.kind === 'arguments' ? codeChildren(list) : [] });
    } else break;
  }
  return { links, outer };
}

function fromLinks(subject: string, links: readonly Link[]): Assertion {
  const negated = links.filter(({ name }) => name === 'not' || name === 'never').length % 2 === 1;
  const words = links.filter(
    ({ name }) => !['not', 'never', 'resolves', 'rejects', 'then', 'catch', 'eventually'].includes(name),
  );
  const telling = words.filter(({ name, args }) => args !== undefined || !LINKS.has(name));
  const rejects = links.some(({ name }) => name === 'rejects');
  // `expect(x).toBeDefined` without parentheses calls nothing.
  const idle = telling.length > 0 && telling.every(({ name, args }) => args === undefined && /^to[A-Z]/u.test(name));
  if (telling.length === 0 || idle) {
    if (rejects && !idle) return assertionOf({ subject, matcher: 'rejects', strength: STRENGTH.loose });
    return assertionOf({ subject, matcher: '', strength: STRENGTH.vacuous }, 'no-matcher');
  }
  const expected = telling.flatMap(({ args }) => (args ?? []).map(({ text }) => text)).join(',');
  const strength = Math.max(...telling.map(({ name, args }) => strengthOf(name, negated, args?.[0]?.text ?? '')));
  const matcher = `${negated ? 'not.' : ''}${rejects ? 'rejects.' : ''}${telling.map(({ name }) => name).join('.')}`;
  return assertionOf({
    subject,
    matcher,
    expected,
    strength: alternatives(subject, rangeOf(matcher, expected, strength)),
  });
}

/** `expect([401, 403]).toContain(status)` names several right answers, `expect(status < 500).toBe(true)` nearly any. */
function rangeOf(matcher: string, expected: string, strength: number): number {
  if (/^(?:toBe|toEqual|equal|eql?|toStrictEqual)$/u.test(matcher) && /^expect\.(?:anything|any)\(/u.test(expected))
    return STRENGTH.loose;
  return strength;
}

function alternatives(subject: string, strength: number): number {
  if (
    /[^=!<>]=?[<>]=?[^=>]|\|\|/u.test(subject.replace(/=>/gu, '').replace(/(["'`])(?:\\.|(?!\1).)*\1/gu, "''")) &&
    !/\{/u.test(subject)
  )
    return Math.min(strength, STRENGTH.loose);
  return strength;
}

function responded(args: readonly SyntaxNode[]): Assertion {
  const header = args.length > 1 && args[0]?.kind === 'string' ? args[0].text : '';
  const expected = (header === '' ? args : args.slice(1)).map(({ text }) => text).join(',');
  const checks = args.some(({ kind }) => /function/u.test(kind));
  return assertionOf({
    subject: `response${header}`,
    matcher: 'expect',
    expected,
    strength: checks ? STRENGTH.partial : STRENGTH.exact,
  });
}

const NEGATIVE = /^(?:not|doesNot|isNot)/u;

function nodeAsserted(name: string, args: readonly SyntaxNode[], call: SyntaxNode): Assertion {
  if (name === 'fail') return failing();
  const [first, second] = args.map(({ text }) => text);
  const one =
    /^(?:ok|isOk|truthy|falsy|true|false|isTrue|isFalse|notOk|isDefined|exists|isNull|isUndefined|ifError|error)$/u.test(
      name,
    );
  if (one) return truth(name, first ?? '');
  const throwing = /^(?:throws|throwsAsync|rejects)$/u.test(name);
  const strength = strengthOf(
    name === 'is' ? 'equal' : name,
    NEGATIVE.test(name) && name !== 'doesNotMatch' && name !== 'notMatch',
    throwing && /^["'`]/u.test(second ?? '') ? '' : (second ?? ''),
  );
  const assertion = assertionOf({
    subject: first ?? '',
    matcher: name,
    expected: second ?? '',
    strength: alternatives(first ?? '', strength),
  });
  const lost = /^(?:rejects|throwsAsync|doesNotReject)$/u.test(name) && call.parent?.kind === 'expression_statement';
  return lost ? { ...assertion, strength: STRENGTH.vacuous, vacuity: 'not-awaited' } : assertion;
}

/** `assert(a === b)` says as much as `assert.strictEqual(a, b)`. */
function truth(name: string, code: string): Assertion {
  const equal = /^([^=!<>&|?"'`]+?)\s*===?\s*([^=&|?]+)$/u.exec(code);
  if (equal !== null && !/^(?:notOk|false|falsy|isFalse)$/u.test(name))
    return assertionOf({
      subject: equal[1] as string,
      matcher: 'equal',
      expected: equal[2] as string,
      strength: STRENGTH.exact,
    });
  const asks = /\.(?:includes|test|startsWith|endsWith|match|has|some|every)\(|\binstanceof\b/u.test(code);
  return assertionOf({
    subject: code,
    matcher: name,
    strength: alternatives(code, asks ? STRENGTH.partial : STRENGTH.loose),
  });
}

function plain(name: string, args: readonly SyntaxNode[]): Assertion {
  const [first, ...rest] = args.map(({ text }) => text);
  return assertionOf({
    subject: first ?? '',
    matcher: name,
    expected: rest.join(','),
    strength: strengthOf(name, /^not/u.test(name) && name !== 'notCalled', rest[0] ?? ''),
  });
}

function failing(): Assertion {
  return { subject: '', matcher: 'fail', expected: '', strength: STRENGTH.partial };
}

/** Cypress: `cy.get(…).should('have.text', 'Forbidden')`. */
function cypress(call: SyntaxNode, callee: SyntaxNode, args: readonly SyntaxNode[]): Found | undefined {
  if (callee.field('property')?.text !== 'should' || !callee.text.startsWith('cy.')) return undefined;
  const [how, ...rest] = args.map(({ text }) => text);
  const parts = { subject: callee.text, matcher: how ?? '', expected: rest.join(','), strength: STRENGTH.partial };
  return { node: call, assertion: assertionOf(parts) };
}

/** Chai's `subject.should.equal(expected)`, by its `subject.should`. */
export function shouldOf(member: SyntaxNode): Found | undefined {
  if (member.field('property')?.text !== 'should' || member.parent?.kind !== 'member_expression') return undefined;
  const { links, outer } = linksAfter(member);
  return { node: outer, assertion: fromLinks(member.field('object')?.text ?? '', links) };
}
