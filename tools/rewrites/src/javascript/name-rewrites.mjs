// @ts-check
import * as t from '@babel/types';
import { functionName, guardsIn, localNames, pathsIn } from './guards.mjs';
import { isTyped } from './script.mjs';

/** @typedef {import('./script.mjs').Path} Path */
/** @typedef {import('./edit-script.mjs').Rewrite} Rewrite */
/** @typedef {import('./edit-script.mjs').Site} Site */

/** Names given, changed and moved. @type {readonly Rewrite[]} */
export const NAME_REWRITES = [
  { kind: 'rename-local', candidates: guardedLocals, apply: renameLocal },
  { kind: 'rename-function', candidates: ownFunctions, apply: renameFunction },
  { kind: 'reorder-functions', candidates: movableFunctions, apply: moveToEnd, most: 1 },
  { kind: 'function-to-arrow', candidates: plainFunctions, apply: toArrow },
  { kind: 'extract-guard', candidates: throwingGuards, apply: extractGuard, most: 1 },
  { kind: 'extract-predicate', candidates: askableGuards, apply: extractPredicate, most: 1 },
  { kind: 'name-condition', candidates: nameable, apply: nameCondition, most: 1 },
  { kind: 'annotate-jsdoc', candidates: bareFunctions, apply: annotate },
];

/** @param {t.File} tree */
function guardedLocals(tree) {
  return guardsIn(tree).filter((path) => localOf(path) !== undefined);
}

/** @param {Path} path */
function localOf(path) {
  const test = path.get('test');
  const names = (Array.isArray(test) ? undefined : localNames(test)) ?? [];
  return names.find((name) => {
    const binding = path.scope.getBinding(name);
    return binding && !name.startsWith('_') && isPlainBinding(binding.path);
  });
}

/** A pattern in an object has the property's name too. @param {Path} path */
function isPlainBinding(path) {
  if (path.isVariableDeclarator()) return t.isIdentifier(path.node.id);
  return path.isIdentifier() && path.listKey === 'params';
}

/** @param {Path} path @param {Site} site */
function renameLocal(path, site) {
  const name = localOf(path);
  if (!name || name in site.undo.names) return;
  const fresh = site.fresh(`${site.random.pick(['given', 'current', 'the', 'incoming']) ?? 'the'}${capital(name)}`);
  path.scope.rename(name, fresh);
  site.undo.names[fresh] = name;
}

/** @param {t.File} tree */
function ownFunctions(tree) {
  return pathsIn(tree, (path) => path.isFunctionDeclaration() && path.parentPath?.isProgram() === true);
}

/** @param {Path} path @param {Site} site */
function renameFunction(path, site) {
  const { name } = path.node.id;
  if (name in site.undo.names) return;
  const fresh = site.fresh(`${site.random.pick(['do', 'perform', 'run']) ?? 'do'}${capital(name)}`);
  path.scope.getProgramParent().rename(name, fresh);
  site.undo.names[fresh] = name;
}

/** @param {t.File} tree */
function movableFunctions(tree) {
  return ownFunctions(tree).filter(
    ({ container, key }) => Array.isArray(container) && Number(key) < container.length - 1,
  );
}

/** Declarations are hoisted: where they stand among the others says nothing. @param {Path} path */
function moveToEnd(path) {
  const list = /** @type {t.Statement[]} */ (path.container);
  list.push(...list.splice(Number(path.key), 1));
}

/** @param {t.File} tree */
function plainFunctions(tree) {
  return ownFunctions(tree).filter((path) => {
    const binding = path.scope.getProgramParent().getBinding(path.node.id.name);
    const uses = binding?.referencePaths ?? [];
    return (
      !path.node.generator &&
      !readsOwnThis(path) &&
      binding?.constantViolations.length === 0 &&
      // Used only inside functions or later in the file; never as a constructor.
      uses.every((use) => use.getFunctionParent() !== null || (use.node.start ?? 0) > path.node.end) &&
      uses.every((use) => !use.parentPath?.isNewExpression() && !isMember(use))
    );
  });
}

/** @param {Path} use */
function isMember({ parent, node }) {
  return t.isMemberExpression(parent) && parent.object === node;
}

/** @param {Path} path */
function readsOwnThis(path) {
  let reads = false;
  path.traverse({
    enter: (each) => {
      if (each.isThisExpression() || each.isMetaProperty() || each.isSuper()) reads = true;
      if (each.isIdentifier() && each.node.name === 'arguments') reads = true;
    },
  });
  return reads;
}

/** @param {Path} path */
function toArrow(path) {
  const { id, params, body, async, returnType, typeParameters } = path.node;
  const arrow = t.arrowFunctionExpression(params, body, async);
  Object.assign(arrow, { returnType, typeParameters });
  const made = t.variableDeclaration('const', [t.variableDeclarator(t.identifier(id.name), arrow)]);
  Object.assign(made, { comments: path.node.comments });
  path.replaceWith(made);
}

/** @param {t.File} tree */
function throwingGuards(tree) {
  return guardsIn(tree)
    .filter(({ node }) => {
      const { consequent } = node;
      const only = t.isBlockStatement(consequent) && consequent.body.length === 1 ? consequent.body[0] : consequent;
      return t.isThrowStatement(only);
    })
    .filter((path) => localNames(path) !== undefined && functionName(path) !== undefined);
}

/** @param {Path} path @param {Site} site */
function extractGuard(path, site) {
  const names = localNames(path) ?? [];
  const helper = site.fresh(
    `${site.random.pick(['check', 'assert', 'ensure']) ?? 'check'}${capital(functionName(path) ?? 'Input')}Input`,
  );
  const guard = path.node;
  path.replaceWith(t.expressionStatement(call(helper, names)));
  site.tree.program.body.push(
    t.functionDeclaration(t.identifier(helper), parameters(names, site), t.blockStatement([guard])),
  );
  site.undo.inlined = helper;
}

/** @param {t.File} tree */
function askableGuards(tree) {
  return guardsIn(tree)
    .filter(isLong)
    .filter((path) => {
      const test = path.get('test');
      return !Array.isArray(test) && localNames(test) !== undefined && functionName(path) !== undefined;
    });
}

/** @param {Path} path */
function isLong({ node }) {
  return t.isLogicalExpression(node.test) || t.isBinaryExpression(node.test);
}

/** @param {Path} path @param {Site} site */
function extractPredicate(path, site) {
  const names = localNames(/** @type {Path} */ (path.get('test'))) ?? [];
  const helper = site.fresh(
    `${site.random.pick(['isRefused', 'mustStop', 'isUnusable']) ?? 'isRefused'}By${capital(functionName(path) ?? 'It')}`,
  );
  const body = t.blockStatement([t.returnStatement(path.node.test)]);
  path.node.test = call(helper, names);
  site.tree.program.body.push(t.functionDeclaration(t.identifier(helper), parameters(names, site), body));
  site.undo.inlined = helper;
}

/** @param {t.File} tree */
function nameable(tree) {
  return guardsIn(tree).filter((path) => isLong(path) && !t.isSwitchCase(path.parent));
}

/** @param {Path} path @param {Site} site */
function nameCondition(path, site) {
  const name = site.fresh(site.random.pick(['refused', 'mustLeave', 'isWrong', 'unusable']) ?? 'refused');
  path.insertBefore(t.variableDeclaration('const', [t.variableDeclarator(t.identifier(name), path.node.test)]));
  path.node.test = t.identifier(name);
  site.undo.inlined = name;
}

/** @param {t.File} tree */
function bareFunctions(tree) {
  return ownFunctions(tree).filter(({ node }) => node.params.length > 0 && !node.comments?.length);
}

/** @param {Path} path @param {Site} site */
function annotate({ node }, { file }) {
  if (isTyped(file)) {
    for (const each of node.params) {
      if (t.isIdentifier(each) && !each.typeAnnotation) each.typeAnnotation = t.tsTypeAnnotation(t.tsAnyKeyword());
    }
  }
  const lines = node.params
    .filter((/** @type {t.Node} */ each) => t.isIdentifier(each))
    .map((/** @type {t.Identifier} */ { name }) => ` * @param {*} ${name}\n`);
  node.comments = [{ type: 'CommentBlock', value: `*\n${lines.join('')} `, leading: true, trailing: false }];
}

/** @param {string} helper @param {readonly string[]} names */
function call(helper, names) {
  return t.callExpression(
    t.identifier(helper),
    names.map((name) => t.identifier(name)),
  );
}

/** @param {readonly string[]} names @param {Site} site */
function parameters(names, { file }) {
  return names.map((name) => {
    const each = t.identifier(name);
    if (isTyped(file)) each.typeAnnotation = t.tsTypeAnnotation(t.tsAnyKeyword());
    return each;
  });
}

/** @param {string} name */
function capital(name) {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
