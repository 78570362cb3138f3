// @ts-check
import * as t from '@babel/types';
import { exits } from './guards.mjs';
import { parsePlain } from './script.mjs';
import { turnedBranch } from './turned-branch.mjs';
import { unexported } from './unexported.mjs';

/** @typedef {any} Json */
/**
 * @typedef {object} Undo How to read the head as the base was written.
 * @property {Readonly<Record<string, string>>} [names] New name to old name.
 * @property {string} [inlined] The helper or variable that the rewrite brought in.
 */

/**
 * One text for all programs that differ only in what our rewrites may change: layout, quotes, declarations, function
 * syntax, the order of hoisted functions, the way a condition or a branch is turned, types. Two programs with the same
 * text mean the same. It shares nothing with the rewrites but the parser, so that it can find their mistakes.
 * @param {string} text @param {string} file @param {Undo} [undo]
 */
export function canonical(text, file, undo = {}) {
  const tree = parsePlain(text, file);
  const inlined = undo.inlined ? definitionOf(tree, undo.inlined) : undefined;
  return JSON.stringify(block(tree.program.body, { names: undo.names ?? {}, inlined }, 'program'));
}

/** The statements of a module without what joins modules, in no order: what is the same wherever it stands. @param {readonly { file: string, text: string }[]} files */
export function statementsOf(files) {
  const how = { names: {}, inlined: undefined };
  const list = files.flatMap(({ file, text }) => parsePlain(text, file).program.body).flatMap(unexported);
  return JSON.stringify(list.map((each) => JSON.stringify(block([each], how, 'block'))).sort());
}

/**
 * @typedef {object} Reading
 * @property {Readonly<Record<string, string>>} names
 * @property {Inlined | undefined} inlined
 * @typedef {{ name: string, body: t.Statement[] } | { name: string, value: t.Expression }} Inlined
 */

/** @param {t.File} tree @param {string} name @returns {Inlined} */
function definitionOf(tree, name) {
  /** @type {Inlined | undefined} */
  let found;
  t.traverseFast(tree, (node) => {
    if (t.isFunctionDeclaration(node) && node.id?.name === name) {
      const [only] = node.body.body;
      found =
        t.isReturnStatement(only) && only.argument ? { name, value: only.argument } : { name, body: node.body.body };
    }
    if (t.isVariableDeclarator(node) && t.isIdentifier(node.id, { name }) && node.init) {
      found = { name, value: node.init };
    }
  });
  if (!found) throw new Error(`the rewrite brought in no ${name}`);
  return found;
}

/** @param {readonly t.Statement[]} statements @param {Reading} how @param {'program' | 'function' | 'loop' | 'block'} place @returns {Json} */
function block(statements, how, place) {
  const list = statements.flatMap((each) => flattened(each, how));
  const functions = list.filter((each) => t.isFunctionDeclaration(each)).map((each) => node(each, how));
  const rest = list.filter((each) => !t.isFunctionDeclaration(each));
  const hoisted = functions.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  const read = sequence(rest, how, place);
  // A function that became a constant is read like one that was always declared.
  const constants = read.filter(isFunctionConstant);
  const others = read.filter((/** @type {Json} */ each) => !isFunctionConstant(each));
  return [...[...hoisted, ...constants].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)), ...others];
}

/** @param {Json} json */
function isFunctionConstant(json) {
  return json?.[0] === 'declare' && json[2]?.[0] === 'function';
}

/** @param {t.Statement} statement @param {Reading} how @returns {t.Statement[]} */
function flattened(statement, { inlined }) {
  if (t.isEmptyStatement(statement)) return [];
  if (t.isVariableDeclaration(statement) && statement.declarations.length > 1) {
    return statement.declarations
      .map((each) => t.variableDeclaration(statement.kind, [each]))
      .flatMap((each) => flattened(each, { names: {}, inlined }));
  }
  if (!inlined) return [statement];
  if (t.isFunctionDeclaration(statement) && statement.id?.name === inlined.name) return [];
  if (t.isVariableDeclaration(statement) && t.isIdentifier(statement.declarations[0]?.id, { name: inlined.name }))
    return [];
  if (!('body' in inlined) || !t.isExpressionStatement(statement)) return [statement];
  const { expression } = statement;
  const isCall = t.isCallExpression(expression) && t.isIdentifier(expression.callee, { name: inlined.name });
  return isCall ? inlined.body : [statement];
}

/** Statements in turn; what follows a branch that leaves is read as its other branch. @param {readonly t.Statement[]} list @param {Reading} how @param {string} place @returns {Json[]} */
function sequence(list, how, place) {
  const [first, ...rest] = list;
  if (!first) return [];
  const isTail = rest.length === 0;
  if (t.isReturnStatement(first)) return returned(first, how, place);
  if (t.isContinueStatement(first) && !first.label && place === 'loop') return [];
  if (t.isIfStatement(first)) return branch(first, rest, how, place);
  const inner = isTail ? place : 'block';
  return [node(first, how, inner), ...sequence(rest, how, place)];
}

/** @param {t.ReturnStatement} statement @param {Reading} how @param {string} place @returns {Json[]} */
function returned({ argument }, how, place) {
  if (!argument) return place === 'function' ? [] : [['return']];
  if (t.isConditionalExpression(argument)) {
    const { test, consequent, alternate } = argument;
    return branch(t.ifStatement(test, t.returnStatement(consequent), t.returnStatement(alternate)), [], how, place);
  }
  return [['return', node(argument, how)]];
}

/** @param {t.IfStatement} statement @param {t.Statement[]} rest @param {Reading} how @param {string} place @returns {Json[]} */
function branch({ test, consequent, alternate }, rest, how, place) {
  const yes = bodyOf(consequent, how);
  const no = alternate ? bodyOf(alternate, how) : [];
  const pull = exits(yes.at(-1)) !== exits(no.at(-1));
  const yesList = pull && exits(no.at(-1)) ? [...yes, ...rest] : yes;
  const noList = pull && exits(yes.at(-1)) ? [...no, ...rest] : no;
  const after = pull || exits(yes.at(-1)) ? [] : rest;
  const inner = after.length === 0 ? place : 'block';
  const read = turned(
    test,
    block(yesList, how, /** @type {any} */ (inner)),
    block(noList, how, /** @type {any} */ (inner)),
    how,
  );
  return [read, ...sequence(after, how, place)];
}

/** @param {t.Expression} test @param {Json} yes @param {Json} no @param {Reading} how @returns {Json} */
function turned(test, yes, no, how) {
  return turnedBranch(condition(test, false, how), yes, no);
}

/** @param {t.Statement} statement @param {Reading} how @returns {t.Statement[]} */
function bodyOf(statement, how) {
  const list = t.isBlockStatement(statement) ? statement.body : [statement];
  return list.flatMap((each) => flattened(each, how));
}

/** @param {t.Node} test @param {boolean} negate @param {Reading} how @returns {Json} */
function condition(test, negate, how) {
  const read = inlineValue(test, how.inlined);
  if (read) return condition(read, negate, how);
  if (t.isUnaryExpression(test, { operator: '!' })) return condition(test.argument, !negate, how);
  if (t.isLogicalExpression(test) && test.operator !== '??') {
    const operator = (test.operator === '&&') !== negate ? '&&' : '||';
    const sides = [test.left, test.right].map((side) => condition(side, negate, how));
    return [operator, ...sides.flatMap((side) => (side[0] === operator ? side.slice(1) : [side]))];
  }
  if (t.isLogicalExpression(test)) {
    const read = [test.operator, node(test.left, how), node(test.right, how)];
    return negate ? ['!', read] : read;
  }
  if (t.isBinaryExpression(test) && /^[!=]==?$/u.test(test.operator)) {
    const isEqual = test.operator.startsWith('=') !== negate;
    const operator = `${isEqual ? '=' : '!'}${test.operator.slice(1)}`;
    return [operator, ...[node(test.left, how), node(test.right, how)].sort(byText)];
  }
  return negate ? ['!', node(test, how)] : node(test, how);
}

/** @param {Json} a @param {Json} b */
function byText(a, b) {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

/** @param {t.Node} value @param {Inlined | undefined} inlined */
function inlineValue(value, inlined) {
  if (!inlined || !('value' in inlined)) return undefined;
  if (t.isCallExpression(value) && t.isIdentifier(value.callee, { name: inlined.name })) return inlined.value;
  return t.isIdentifier(value, { name: inlined.name }) ? inlined.value : undefined;
}

/** @param {any} value @param {Reading} how @param {string} [place] @returns {Json} */
function node(value, how, place = 'block') {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((each) => node(each, how));
  if (typeof value !== 'object') return value;
  if (typeof value.type !== 'string') return null;
  const read = inlineValue(value, how.inlined);
  if (read) return node(read, how);
  return special(value, how, place) ?? fields(value, how);
}

/** @param {t.Node} value @param {Reading} how @param {string} place @returns {Json | undefined} */
function special(value, how, place) {
  if (t.isIdentifier(value)) return ['name', how.names[value.name] ?? value.name];
  if (t.isStringLiteral(value)) return ['text', value.value];
  if (t.isBlockStatement(value)) return ['block', block(value.body, how, /** @type {any} */ (place))];
  if (t.isIfStatement(value)) return ['block', branch(value, [], how, place)];
  if (t.isConditionalExpression(value)) {
    return turned(value.test, node(value.consequent, how), node(value.alternate, how), how);
  }
  if (t.isFunction(value)) return functionOf(value, how);
  if (t.isVariableDeclaration(value)) {
    const read = value.declarations.flatMap((each) => declared(each, how));
    return read.length === 1 ? read[0] : read;
  }
  if (t.isAssignmentExpression(value)) return assigned(value, how);
  if (t.isLogicalExpression(value)) return condition(value, false, how);
  if (t.isLoop(value)) return loopOf(value, how);
  if (t.isTemplateLiteral(value)) return ['parts', ...textParts(value, how)];
  if (t.isBinaryExpression(value)) return binaryOf(value, how);
  if (t.isUnaryExpression(value, { operator: '!' })) return ['!!', condition(value, false, how)];
  if (t.isObjectProperty(value) && !value.computed) return ['property', keyOf(value.key), node(value.value, how)];
  if (t.isMemberExpression(value) && value.computed && t.isStringLiteral(value.property)) {
    return ['member', node(value.object, how), value.property.value];
  }
  if (t.isMemberExpression(value) && !value.computed && t.isIdentifier(value.property)) {
    return ['member', node(value.object, how), value.property.name];
  }
  return typeless(value, how);
}

/** `const { a } = b` is `const a = b.a`. @param {t.VariableDeclarator} declarator @param {Reading} how @returns {Json[]} */
function declared({ id, init }, how) {
  const only = t.isObjectPattern(id) && id.properties.length === 1 ? id.properties[0] : undefined;
  if (t.isObjectProperty(only) && !only.computed && t.isIdentifier(only.value) && init) {
    return [['declare', node(only.value, how), ['member', node(init, how), keyOf(only.key)]]];
  }
  return [['declare', node(id, how), node(init, how)]];
}

/** @param {t.AssignmentExpression} assignment @param {Reading} how @returns {Json} */
function assigned({ operator, left, right }, how) {
  const own = operator.slice(0, -1);
  if (own === '') return ['=', node(left, how), node(right, how)];
  const target = /** @type {t.Expression} */ (left);
  const value = /^(?:&&|\|\||\?\?)$/u.test(own)
    ? t.logicalExpression(/** @type {any} */ (own), target, right)
    : t.binaryExpression(/** @type {any} */ (own), target, right);
  return ['=', node(left, how), node(value, how)];
}

/** @param {t.Node} value @param {Reading} how @returns {Json | undefined} */
function typeless(value, how) {
  if (t.isTSAsExpression(value) || t.isTSNonNullExpression(value) || t.isTSSatisfiesExpression(value)) {
    return node(value.expression, how);
  }
  return undefined;
}

/** @param {t.Node} key */
function keyOf(key) {
  if (t.isIdentifier(key)) return key.name;
  if (t.isStringLiteral(key)) return key.value;
  return t.isNumericLiteral(key) ? String(key.value) : key.type;
}

/** @param {any} value @param {Reading} how @returns {Json} */
function functionOf(value, how) {
  const body = t.isBlockStatement(value.body)
    ? block(value.body.body, how, 'function')
    : sequence([t.returnStatement(value.body)], how, 'function');
  const directives = (value.body.directives ?? []).map((/** @type {any} */ each) => each.value.value);
  const read = ['function', Boolean(value.async), Boolean(value.generator), node(value.params, how), directives, body];
  if (t.isFunctionDeclaration(value)) return ['declare', node(value.id, how), read];
  if (!t.isMethod(value)) return read;
  const shape = [value.kind, 'static' in value && value.static === true, value.computed];
  return shape[0] === 'method' && t.isObjectMethod(value) && !value.computed
    ? ['property', keyOf(value.key), read]
    : ['method', ...shape, node(value.key, how), read];
}

/** @param {any} value @param {Reading} how @returns {Json} */
function loopOf(value, how) {
  const body = block(bodyOf(value.body, how), how, 'loop');
  return [
    value.type,
    ...['init', 'test', 'update', 'left', 'right', 'await'].map((field) => node(value[field], how)),
    body,
  ];
}

/** @param {t.BinaryExpression} value @param {Reading} how @returns {Json} */
function binaryOf(value, how) {
  if (/^[!=]==?$/u.test(value.operator)) return condition(value, false, how);
  if (value.operator === '>' || value.operator === '>=') {
    return [value.operator === '>' ? '<' : '<=', node(value.right, how), node(value.left, how)];
  }
  if (value.operator !== '+' || !hasText(value)) return [value.operator, node(value.left, how), node(value.right, how)];
  return ['parts', ...merged([...plusParts(value.left, how), ...plusParts(value.right, how)])];
}

/** @param {t.Node} value @returns {boolean} */
function hasText(value) {
  if (t.isStringLiteral(value) || t.isTemplateLiteral(value)) return true;
  return t.isBinaryExpression(value, { operator: '+' }) && (hasText(value.left) || hasText(value.right));
}

/** @param {t.Node} value @param {Reading} how @returns {Json[]} */
function plusParts(value, how) {
  const read = node(value, how);
  return hasText(value) && read[0] === 'parts' ? read.slice(1) : [read];
}

/** @param {t.TemplateLiteral} value @param {Reading} how @returns {Json[]} */
function textParts({ quasis, expressions }, how) {
  return merged(
    quasis.flatMap((quasi, at) => {
      const expression = expressions[at];
      return [['text', quasi.value.cooked], ...(expression ? plusParts(expression, how) : [])];
    }),
  );
}

/** @param {Json[]} parts */
function merged(parts) {
  /** @type {Json[]} */
  const joined = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part[0] === 'text' && part[1] === '') continue;
    if (part[0] === 'text' && last?.[0] === 'text') joined[joined.length - 1] = ['text', last[1] + part[1]];
    else joined.push(part);
  }
  return joined;
}

/** Types and places say nothing about what runs. */
const IDLE = new Set([
  ...[
    'type',
    'start',
    'end',
    'loc',
    'range',
    'extra',
    'tokens',
    'leadingComments',
    'trailingComments',
    'innerComments',
  ],
  ...['typeAnnotation', 'returnType', 'typeParameters', 'typeArguments', 'shorthand', 'definite', 'optional_'],
]);

/** @param {any} value @param {Reading} how @returns {Json} */
function fields(value, how) {
  const read = Object.keys(value)
    .filter((key) => !IDLE.has(key))
    .sort()
    .map((key) => [key, node(value[key], how)])
    .filter(([, each]) => each !== null && each !== false);
  return [value.type, ...read];
}
