// @ts-check
import * as t from '@babel/types';
import { traverse } from './script.mjs';

/** @typedef {import('./script.mjs').Path} Path */

/** Whether control never leaves this statement at its end. @param {t.Statement | null | undefined} statement @returns {boolean} */
export function exits(statement) {
  if (!statement) return false;
  if (t.isBlockStatement(statement)) return exits(statement.body.at(-1));
  if (t.isIfStatement(statement)) return exits(statement.consequent) && exits(statement.alternate);
  return (
    t.isThrowStatement(statement) ||
    t.isReturnStatement(statement) ||
    (t.isContinueStatement(statement) && !statement.label)
  );
}

/** `if` statements without `else` that leave early and stand in a block. @param {t.File} tree @returns {Path[]} */
export function guardsIn(tree) {
  /** @type {Path[]} */
  const found = [];
  traverse(tree, {
    IfStatement(path) {
      if (!path.node.alternate && exits(path.node.consequent) && path.inList) found.push(path);
    },
  });
  return found;
}

/** @param {t.File} tree @param {(path: Path) => boolean} test @returns {Path[]} */
export function pathsIn(tree, test) {
  /** @type {Path[]} */
  const found = [];
  traverse(tree, {
    enter(path) {
      if (test(path)) found.push(path);
    },
  });
  return found;
}

/**
 * What is true where `test` is false. Orderings are not turned: `!(a < b)` is not `a >= b` for NaN.
 * @param {t.Expression} test @returns {t.Expression}
 */
export function negated(test) {
  if (t.isUnaryExpression(test, { operator: '!' })) return test.argument;
  if (t.isBinaryExpression(test)) {
    const opposite = OPPOSITE.get(test.operator);
    if (opposite) return t.binaryExpression(opposite, test.left, test.right);
  }
  if (t.isLogicalExpression(test) && test.operator !== '??') {
    return t.logicalExpression(test.operator === '&&' ? '||' : '&&', negated(test.left), negated(test.right));
  }
  return t.unaryExpression('!', test);
}

/** @type {Map<string, '===' | '!==' | '==' | '!='>} */
const OPPOSITE = new Map([
  ['===', '!=='],
  ['!==', '==='],
  ['==', '!='],
  ['!=', '=='],
]);

/** What cannot be carried into another function. */
const BOUND = /^(?:This|Super|Await|Yield|Assignment|Update|MetaProperty|JSX|Class|PrivateName)/u;

/**
 * The local names that an expression or statement reads, or undefined where it cannot be moved into a function of its own.
 * @param {Path} path @returns {string[] | undefined}
 */
export function localNames(path) {
  const names = new Set();
  let movable = true;
  const look = (/** @type {Path} */ each) => {
    if (BOUND.test(each.type)) movable = false;
    if (each.isFunction() || each.isVariableDeclaration()) movable = false;
    if (!each.isIdentifier()) return;
    if (each.node.name === 'arguments') movable = false;
    if (!each.isReferencedIdentifier()) return;
    const binding = each.scope.getBinding(each.node.name);
    if (binding && binding.scope !== each.scope.getProgramParent()) names.add(each.node.name);
  };
  look(path);
  path.traverse({ enter: look });
  return movable ? [...names].sort() : undefined;
}

/** The name of the function around, for a helper's name. @param {Path} path @returns {string | undefined} */
export function functionName(path) {
  const parent = path.getFunctionParent();
  const node = parent?.node;
  if (node?.id?.name) return node.id.name;
  if (t.isIdentifier(node?.key)) return node.key.name;
  const holder = parent?.parent;
  if (t.isVariableDeclarator(holder) && t.isIdentifier(holder.id)) return holder.id.name;
  return undefined;
}
