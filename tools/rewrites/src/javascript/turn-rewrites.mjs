// @ts-check
import * as t from '@babel/types';
import { guardsIn, negated, pathsIn } from './guards.mjs';

/** @typedef {import('./script.mjs').Path} Path */
/** @typedef {import('./edit-script.mjs').Rewrite} Rewrite */

/** Conditions and branches said the other way round. @type {readonly Rewrite[]} */
export const TURN_REWRITES = [
  { kind: 'invert-if', candidates: ifElses, apply: invert },
  { kind: 'de-morgan', candidates: compoundGuards, apply: deMorgan },
  { kind: 'guard-to-else', candidates: guardsBeforeCode, apply: guardToElse },
  { kind: 'early-return-to-nested', candidates: lastGuards, apply: nest },
  { kind: 'split-guard', candidates: orGuards, apply: splitGuard },
  { kind: 'merge-guards', candidates: equalGuards, apply: mergeGuards },
  { kind: 'guard-to-ternary', candidates: valueGuards, apply: toTernary },
  { kind: 'flip-comparison', candidates: comparisons, apply: flip },
];

/** @param {t.File} tree */
function ifElses(tree) {
  return pathsIn(
    tree,
    ({ node }) => t.isIfStatement(node) && node.alternate != null && !t.isIfStatement(node.alternate),
  );
}

/** @param {Path} path */
function invert({ node }) {
  const { test, consequent, alternate } = node;
  Object.assign(node, { test: negated(test), consequent: asBlock(alternate), alternate: asBlock(consequent) });
}

/** @param {t.File} tree */
function compoundGuards(tree) {
  return guardsIn(tree).filter(({ node }) => t.isLogicalExpression(node.test) && node.test.operator !== '??');
}

/** @param {Path} path */
function deMorgan({ node }) {
  node.test = t.unaryExpression('!', negated(node.test));
}

/** @param {t.File} tree */
function guardsBeforeCode(tree) {
  return guardsIn(tree).filter((path) => {
    const rest = restOf(path);
    return t.isBlockStatement(path.parent) && rest.length > 0 && rest.every(canNest) && staysInside(path, rest);
  });
}

/** @param {Path} path */
function guardToElse(path) {
  path.node.alternate = t.blockStatement(takeRest(path));
}

/** @param {t.File} tree */
function lastGuards(tree) {
  return guardsBeforeCode(tree).filter((path) => {
    const only = onlyStatement(path.node.consequent);
    return t.isReturnStatement(only) && !only.argument && path.parentPath?.parentPath?.isFunction() === true;
  });
}

/** @param {Path} path */
function nest(path) {
  const rest = takeRest(path);
  path.node.test = negated(path.node.test);
  path.node.consequent = t.blockStatement(rest);
}

/** @param {t.File} tree */
function orGuards(tree) {
  return guardsIn(tree).filter(
    ({ node }) => t.isLogicalExpression(node.test, { operator: '||' }) && onlyStatement(node.consequent) !== undefined,
  );
}

/** @param {Path} path */
function splitGuard(path) {
  const { left, right } = path.node.test;
  const again = t.ifStatement(right, t.cloneNode(path.node.consequent, true));
  path.node.test = left;
  path.insertAfter(again);
}

/** @param {t.File} tree */
function equalGuards(tree) {
  return guardsIn(tree).filter((path) => {
    const next = nextStatement(path);
    return t.isIfStatement(next) && !next.alternate && t.isNodesEquivalent(next.consequent, path.node.consequent);
  });
}

/** @param {Path} path */
function mergeGuards(path) {
  const next = path.getNextSibling();
  path.node.test = t.logicalExpression('||', path.node.test, next.node.test);
  next.remove();
}

/** @param {t.File} tree */
function valueGuards(tree) {
  return guardsIn(tree).filter((path) => {
    const [only, next] = [onlyStatement(path.node.consequent), nextStatement(path)];
    return t.isReturnStatement(only) && !!only.argument && t.isReturnStatement(next) && !!next.argument;
  });
}

/** @param {Path} path */
function toTernary(path) {
  const next = path.getNextSibling();
  const only = /** @type {any} */ (onlyStatement(path.node.consequent));
  next.node.argument = t.conditionalExpression(path.node.test, only.argument, next.node.argument);
  path.remove();
}

/** @param {t.File} tree */
function comparisons(tree) {
  return guardsIn(tree).flatMap((path) => {
    const test = path.get('test');
    return !Array.isArray(test) && test.isBinaryExpression() && MIRROR.has(test.node.operator) && isIdle(test.node)
      ? [test]
      : [];
  });
}

/** @type {Map<string, string>} */
const MIRROR = new Map(Object.entries({ '<': '>', '>': '<', '<=': '>=', '>=': '<=', '===': '===', '!==': '!==' }));

/** Only what has no effect may be asked in another order. @param {t.BinaryExpression} node */
function isIdle({ left, right }) {
  const idle = (/** @type {t.Node} */ side) =>
    t.isIdentifier(side) || t.isLiteral(side) || (t.isMemberExpression(side) && t.isIdentifier(side.object));
  return idle(left) && idle(right);
}

/** @param {Path} path */
function flip({ node }) {
  Object.assign(node, { left: node.right, right: node.left, operator: MIRROR.get(node.operator) });
}

/** @param {t.Statement} statement */
function asBlock(statement) {
  return t.isBlockStatement(statement) ? statement : t.blockStatement([statement]);
}

/** @param {t.Statement} statement */
function onlyStatement(statement) {
  if (!t.isBlockStatement(statement)) return statement;
  return statement.body.length === 1 ? statement.body[0] : undefined;
}

/** @param {Path} path @returns {t.Statement[]} */
function restOf(path) {
  return path.getAllNextSiblings().map(({ node }) => node);
}

/** @param {Path} path */
function nextStatement(path) {
  return path.getSibling(Number(path.key) + 1).node;
}

/** @param {Path} path @returns {t.Statement[]} */
function takeRest(path) {
  const list = /** @type {t.Statement[]} */ (path.container);
  return list.splice(Number(path.key) + 1);
}

/** @param {t.Statement} statement */
function canNest(statement) {
  return !t.isDeclaration(statement) || t.isVariableDeclaration(statement);
}

/** Whether what the rest declares is used only in the rest. @param {Path} path @param {readonly t.Statement[]} rest */
function staysInside(path, rest) {
  const [start, end] = [rest[0]?.start ?? 0, rest.at(-1)?.end ?? 0];
  return rest.every((statement) => {
    if (!t.isVariableDeclaration(statement) || statement.kind === 'var') return true;
    return Object.keys(t.getBindingIdentifiers(statement)).every((name) =>
      (path.scope.getBinding(name)?.referencePaths ?? []).every(
        ({ node }) => (node.start ?? 0) >= start && (node.end ?? 0) <= end,
      ),
    );
  });
}
