// @ts-check
import * as t from '@babel/types';
import { pathsIn } from './guards.mjs';

/** @typedef {import('./script.mjs').Path} Path */
/** @typedef {import('./edit-script.mjs').Rewrite} Rewrite */

/** Callbacks of promises awaited. @type {readonly Rewrite[]} */
export const ASYNC_REWRITES = [{ kind: 'promises-to-async', candidates: thenReturns, apply: awaited, unproved: true }];

/** `return p.then((value) => …)` as the last word of a function. @param {t.File} tree */
function thenReturns(tree) {
  return pathsIn(tree, (path) => {
    const outer = path.getFunctionParent();
    const callback = thenCallback(path.node);
    if (!outer || !callback || path.parentPath?.parent !== outer.node || path.getSibling(Number(path.key) + 1).node)
      return false;
    if (outer.node.generator || outer.isMethod({ kind: 'get' }) || outer.node.kind === 'constructor') return false;
    // What ran and threw before the promise would reject now, unless it did so before.
    const isAlone = outer.node.async || /** @type {unknown[]} */ (path.container).length === 1;
    return isAlone && !declares(callback).some((name) => outer.scope.hasBinding(name, true));
  });
}

/** @param {t.Node} node */
function thenCallback(node) {
  const call = t.isReturnStatement(node) ? node.argument : undefined;
  if (!t.isCallExpression(call) || call.arguments.length !== 1 || !t.isMemberExpression(call.callee)) return undefined;
  const [callback] = call.arguments;
  if (!t.isIdentifier(call.callee.property, { name: 'then' }) || !t.isArrowFunctionExpression(callback))
    return undefined;
  return callback.params.length <= 1 && callback.params.every((each) => t.isIdentifier(each)) ? callback : undefined;
}

/** @param {t.ArrowFunctionExpression} callback */
function declares({ params, body }) {
  const declared = t.isBlockStatement(body) ? body.body.filter((each) => t.isDeclaration(each)) : [];
  return [...params, ...declared].flatMap((each) => Object.keys(t.getBindingIdentifiers(each)));
}

/** @param {Path} path */
function awaited(path) {
  const callback = /** @type {t.ArrowFunctionExpression} */ (thenCallback(path.node));
  const waited = t.awaitExpression(path.node.argument.callee.object);
  const [parameter] = callback.params;
  const first = t.isIdentifier(parameter)
    ? t.variableDeclaration('const', [t.variableDeclarator(t.identifier(parameter.name), waited)])
    : t.expressionStatement(waited);
  const rest = t.isBlockStatement(callback.body) ? callback.body.body : [t.returnStatement(callback.body)];
  const outer = path.getFunctionParent();
  if (outer) outer.node.async = true;
  path.replaceWithMultiple([first, ...rest]);
}
