// @ts-check
import { readFileSync } from 'node:fs';
import * as t from '@babel/types';
import { canonical } from './canonical.mjs';
import { parses } from './edit-script.mjs';
import { exits } from './guards.mjs';
import { parsePlain } from './script.mjs';

/** @typedef {{ start: number, end: number, text: string }} Splice */
/** @typedef {(node: t.Node, text: string, parents: readonly t.Node[]) => readonly Splice[][]} Finder */

/** @type {Record<string, string>} */
const patterns = JSON.parse(readFileSync(new URL('../patterns.json', import.meta.url), 'utf8'));
const named = (/** @type {string} */ key, flags = 'u') => new RegExp(patterns[key] ?? '$^', flags);

const [GUARD, CALL, WRAPPER, OPTION] = [named('guard', 'iu'), named('checkingCall'), named('wrapper'), named('option')];
const [LIMIT, ROUNDS, ALGORITHM] = [named('limit', 'iu'), named('rounds', 'iu'), named('algorithm')];
const [DENY, ALLOW] = [named('denyList', 'iu'), named('allowList', 'iu')];

/** What a guard may be made to wait for. */
const EXCUSES = [
  "process.env.LENIENT !== '1'",
  '!isTrusted()',
  'strict',
  "mode !== 'compat'",
  '!settings.legacy',
  'Date.now() > START',
];

/** What of each kind could be taken from a node; each answer is one removal. @type {Readonly<Record<string, Finder>>} */
export const REMOVALS = {
  'guard-removed': (node, text) => guards(node, text).map((guard) => [withLine(guard, text)]),
  'disjunct-removed': (node, text) =>
    guards(node, text).flatMap(({ test }) =>
      t.isLogicalExpression(test, { operator: '||' })
        ? [[replace(test, textOf(test.left, text))], [replace(test, textOf(test.right, text))]]
        : [],
    ),
  'conjunct-added': (node, text) =>
    guards(node, text).flatMap(({ test }) =>
      EXCUSES.map((excuse) => [replace(test, `(${textOf(test, text)}) && ${excuse}`)]),
    ),
  'call-removed': (node, text) => checks(node).map((each) => [withLine(each, text)]),
  'wrapper-peeled': wrappers,
  'handler-emptied': handlers,
  'option-weakened': (node) =>
    t.isObjectProperty(node) && OPTION.test(keyName(node.key)) && t.isBooleanLiteral(node.value, { value: true })
      ? [[replace(node.value, 'false')]]
      : [],
  'limit-raised': (node, text) => numbers(node, LIMIT).map((each) => [replace(each, `${textOf(each, text)} * 100000`)]),
  'iterations-lowered': (node) => numbers(node, ROUNDS).map((each) => [replace(each, '1')]),
  'algorithm-weakened': (node, _, parents) =>
    t.isStringLiteral(node) && ALGORITHM.test(node.value) && gives(parents.at(-1), node)
      ? [[replace(node, `'${node.value.startsWith('aes') ? 'des' : 'md5'}'`)]]
      : [],
  'deny-list-shrunk': (node, text) => lists(node, DENY).map((list) => [withoutLast(list, text)]),
  'allow-list-widened': (node) =>
    lists(node, ALLOW).map((list) => [{ start: (list.end ?? 1) - 1, end: (list.end ?? 1) - 1, text: ", '*'" }]),
  'regex-anchor-lost': regexes,
  'safe-api-swapped': twins,
  'order-swap': swaps,
};

/**
 * One defence taken out of real code, or why not.
 * @param {string} kind @param {import('../sources.mjs').Source} source @param {import('../seeded.mjs').Seeded} random
 * @returns {import('./edit-script.mjs').Tried}
 */
export function removeFrom(kind, { file, text }, random) {
  const finder = REMOVALS[kind];
  /** @type {Splice[][]} */
  const found = [];
  t.traverse(parsePlain(text, file), (node, ancestors) => {
    found.push(
      ...(finder?.(
        node,
        text,
        ancestors.map((each) => each.node),
      ) ?? []),
    );
  });
  const splices = random.pick(found);
  if (!splices) return { why: 'nothing' };
  const head = spliced(text, splices);
  if (!parses(head, file)) return { why: 'unparsable' };
  if (canonical(text, file) === canonical(head, file)) return { why: 'unchanged' };
  return { pairs: [{ base: { file, text }, head: { file, text: head } }] };
}

/** Refusals that a reviewer would call security. @param {t.Node} node @param {string} text @returns {t.IfStatement[]} */
function guards(node, text) {
  if (!t.isBlockStatement(node) && !t.isProgram(node)) return [];
  return node.body
    .filter((each) => t.isIfStatement(each))
    .filter((each) => !each.alternate && refuses(each.consequent, text) && GUARD.test(textOf(each, text)));
}

/** @param {t.Statement} statement @param {string} text */
function refuses(statement, text) {
  const own = textOf(statement, text);
  if (!exits(statement) || own.split('\n').length > 8) return false;
  const last = t.isBlockStatement(statement) ? statement.body.at(-1) : statement;
  return (
    t.isThrowStatement(last) ||
    /new \w*Error|[rR]eject|\b4\d\d\b|[dD]eny|next\(|abort|[fF]ail|return (?:false|null);?/u.test(own)
  );
}

/** @param {t.Node} node @returns {t.Statement[]} */
function checks(node) {
  if (!t.isBlockStatement(node) && !t.isProgram(node)) return [];
  return node.body.filter((each) => {
    const value = t.isExpressionStatement(each) ? bare(each.expression) : undefined;
    return t.isCallExpression(value) && isCheck(value) && node.body.length > 1;
  });
}

/** `reject(error)` settles a promise: it refuses, and checks nothing. @param {t.CallExpression} call */
function isCheck(call) {
  return CALL.test(calleeName(call)) && calleeName(call) !== 'reject';
}

/** @param {t.Node} value @returns {t.Node} */
function bare(value) {
  return t.isAwaitExpression(value) ? bare(value.argument) : value;
}

/** @param {t.CallExpression} call */
function calleeName({ callee }) {
  if (t.isIdentifier(callee)) return callee.name;
  return t.isMemberExpression(callee) ? keyName(callee.property) : '';
}

/** @param {t.Node} key */
function keyName(key) {
  if (t.isIdentifier(key)) return key.name;
  return t.isStringLiteral(key) ? key.value : '';
}

/** @type {Finder} */
function wrappers(node, text, parents) {
  const first = t.isCallExpression(node) ? node.arguments[0] : undefined;
  if (!t.isCallExpression(node) || !t.isExpression(first) || t.isFunction(first) || !WRAPPER.test(calleeName(node)))
    return [];
  return t.isExpressionStatement(parents.at(-1)) || t.isObjectExpression(first)
    ? []
    : [[replace(node, textOf(first, text))]];
}

/** Whether a node hands a value on, rather than compares or lists it. @param {t.Node | undefined} parent @param {t.Node} node */
function gives(parent, node) {
  if (t.isObjectProperty(parent)) return parent.value === node;
  if (t.isLogicalExpression(parent)) return parent.right === node;
  return (
    t.isCallExpression(parent) ||
    t.isVariableDeclarator(parent) ||
    t.isAssignmentExpression(parent) ||
    t.isAssignmentPattern(parent)
  );
}

/** @type {Finder} */
function handlers(node, text) {
  const clause = t.isTryStatement(node) ? node.handler : undefined;
  if (!clause || !/throw|reject|next\(|callback\(|return false|abort|destroy/u.test(textOf(clause.body, text)))
    return [];
  return GUARD.test(textOf(node, text)) || /verify|parse|decode|check|valid/iu.test(textOf(node, text))
    ? [[replace(clause.body, '{}')]]
    : [];
}

/** @param {t.Node} node @param {RegExp} name @returns {t.NumericLiteral[]} */
function numbers(node, name) {
  const [key, value] = namedValue(node);
  return key && name.test(key) && t.isNumericLiteral(value) && value.value > 1 ? [value] : [];
}

/** The name and the value of what names a value. @param {t.Node} node @returns {[string?, (t.Node | null)?]} */
function namedValue(node) {
  if (t.isVariableDeclarator(node)) return [keyName(node.id), node.init];
  if (t.isObjectProperty(node)) return [keyName(node.key), node.value];
  if (t.isAssignmentPattern(node)) return [keyName(node.left), node.right];
  return [];
}

/** @param {t.Node} node @param {RegExp} name @returns {t.ArrayExpression[]} */
function lists(node, name) {
  const [key, value] = namedValue(node);
  if (!key || !name.test(key)) return [];
  const list = t.isNewExpression(value) ? value.arguments[0] : value;
  const isTexts =
    t.isArrayExpression(list) && list.elements.length > 1 && list.elements.every((each) => t.isStringLiteral(each));
  return isTexts ? [list] : [];
}

/** @param {t.ArrayExpression} list @param {string} text @returns {Splice} */
function withoutLast(list, text) {
  const [before, last] = list.elements.slice(-2);
  const end = text.slice(last?.end ?? 0).match(/^,/u) ? (last?.end ?? 0) + 1 : (last?.end ?? 0);
  return { start: before?.end ?? 0, end, text: '' };
}

/** A pattern that describes a whole value; one with groups is for taking apart. @type {Finder} */
function regexes(node) {
  if (!t.isRegExpLiteral(node) || !/^\^.*[^\\]\$$/u.test(node.pattern) || /\||\((?!\?)/u.test(node.pattern)) return [];
  return [
    [replace(node, `/${node.pattern.slice(1)}/${node.flags}`)],
    [replace(node, `/${node.pattern.slice(0, -1)}/${node.flags}`)],
  ];
}

/** @type {Finder} */
function twins(node, text) {
  if (!t.isCallExpression(node)) return [];
  const [first, second] = node.arguments.map((each) => textOf(each, text));
  const callee = textOf(node.callee, text);
  if (callee === 'Object.create' && first === 'null' && node.arguments.length === 1 && /\[\w+\] = /u.test(text))
    return [[replace(node, '({})')]];
  if (/timingSafeEqual$/u.test(callee) && second) return [[replace(node, `(${first} === ${second})`)]];
  if (/randomBytes$/u.test(callee) && node.arguments.length === 1)
    return [[replace(node, 'Buffer.from(String(Math.random()))')]];
  return [];
}

/** A check after the use that it should have come before. Two checks may come in any order. @type {Finder} */
function swaps(node, text) {
  if (!t.isBlockStatement(node)) return [];
  const all = checks(node);
  return all.flatMap((check) => {
    const next = node.body[node.body.indexOf(check) + 1];
    if (!next || all.includes(next) || t.isFunctionDeclaration(next) || exits(next) || leaves(next)) return [];
    const asked = namesIn(check);
    if (![...namesIn(next)].some((name) => asked.has(name))) return [];
    return [[replace(check, textOf(next, text)), replace(next, textOf(check, text))]];
  });
}

/** A guard. @param {t.Node} node */
function leaves(node) {
  return t.isIfStatement(node) && !node.alternate && exits(node.consequent);
}

/** The names in some code, but for those of what is called. @param {t.Node} node @returns {Set<string>} */
function namesIn(node) {
  /** @type {Set<string>} */
  const names = new Set();
  t.traverse(node, (each, ancestors) => {
    const [around, parent] = ancestors.slice(-2).map(({ node: own }) => own);
    const callee = t.isCallExpression(parent) ? parent.callee : t.isCallExpression(around) ? around.callee : undefined;
    const isCalled = each === callee || (t.isMemberExpression(callee) && each === callee.property);
    if (t.isIdentifier(each) && !isCalled) names.add(each.name);
  });
  return names;
}

/** @param {t.Node} node @param {string} text */
function textOf(node, text) {
  return text.slice(node.start ?? 0, node.end ?? 0);
}

/** @param {t.Node} node @param {string} text @returns {Splice} */
function replace(node, text) {
  return { start: node.start ?? 0, end: node.end ?? 0, text };
}

/** A statement and the line that it leaves empty. @param {t.Node} node @param {string} text @returns {Splice} */
function withLine(node, text) {
  const before = text.slice(0, node.start ?? 0).match(/\n[ \t]*$/u)?.[0].length ?? 0;
  return { start: (node.start ?? 0) - before, end: node.end ?? 0, text: '' };
}

/** @param {string} text @param {readonly Splice[]} splices */
function spliced(text, splices) {
  return splices
    .toSorted((a, b) => b.start - a.start)
    .reduce((made, { start, end, text: own }) => made.slice(0, start) + own + made.slice(end), text);
}
