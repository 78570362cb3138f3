// @ts-check
import * as t from '@babel/types';

/** A statement without what joins modules: imports, exports, `require`. @param {t.Statement} statement @returns {t.Statement[]} */
export function unexported(statement) {
  if (t.isImportDeclaration(statement) || t.isExportAllDeclaration(statement)) return [];
  if (t.isExportNamedDeclaration(statement)) return statement.declaration ? [statement.declaration] : [];
  if (t.isExportDefaultDeclaration(statement))
    return t.isStatement(statement.declaration) ? [statement.declaration] : [];
  if (t.isVariableDeclaration(statement)) {
    const kept = statement.declarations.filter(({ init }) => !isRequire(init));
    return kept.map((each) => t.variableDeclaration(statement.kind, [each]));
  }
  if (!t.isExpressionStatement(statement)) return [statement];
  const { expression } = statement;
  return isRequire(expression) || isExportAssignment(expression) ? [] : [statement];
}

/** @param {t.Node | null | undefined} value @returns {boolean} */
function isRequire(value) {
  if (t.isMemberExpression(value)) return isRequire(value.object);
  return t.isCallExpression(value) && t.isIdentifier(value.callee, { name: 'require' });
}

/** @param {t.Node} value */
function isExportAssignment(value) {
  if (!t.isAssignmentExpression(value) || !t.isMemberExpression(value.left)) return false;
  const { object, property } = value.left;
  return (
    t.isIdentifier(object, { name: 'exports' }) ||
    (t.isIdentifier(object, { name: 'module' }) && t.isIdentifier(property, { name: 'exports' }))
  );
}
