// @ts-check
import path from 'node:path';
import * as t from '@babel/types';
import ts from 'typescript';
import { exits } from './guards.mjs';
import { parsePlain } from './script.mjs';
import { statementsOf } from './canonical.mjs';
import { parses, proved } from './edit-script.mjs';

/** @typedef {import('./edit-script.mjs').Tried} Tried */
/** @typedef {import('@babel/types').Node} Node */
/**
 * @typedef {object} Refactoring One of the TypeScript language service's own.
 * @property {string} kind
 * @property {RegExp} action The name of the action or of the fix.
 * @property {boolean} [fix] A suggested fix instead of a refactoring.
 * @property {(node: Node) => readonly Node[]} at Where it is asked for.
 * @property {string} [inlined] How the service names what it brings in.
 */

/** @type {readonly Refactoring[]} */
export const REFACTORINGS = [
  { kind: 'extract-function', action: /^function_scope_/u, at: guards, inlined: 'newFunction' },
  {
    kind: 'extract-constant',
    action: /^constant_scope_0/u,
    at: (node) => guards(node).map(({ test }) => test),
    inlined: 'newLocal',
  },
  { kind: 'move-to-a-new-file', action: /^Move to a new file/u, at: functions },
  {
    kind: 'optional-chaining',
    action: /^Convert to optional chain expression/u,
    at: (node) => guards(node).flatMap(({ test }) => conjunctions(test)),
  },
  {
    kind: 'template-string',
    action: /^Convert to template string/u,
    at: (node) => (t.isBinaryExpression(node, { operator: '+' }) ? [node] : []),
  },
  {
    kind: 'arrow-to-function',
    action: /^Convert to (?:anonymous|named) function/u,
    at: (node) => (t.isArrowFunctionExpression(node) ? [node] : []),
  },
  { kind: 'destructured-parameters', action: /^Convert parameters to destructured object/u, at: functions },
  { kind: 'infer-return-type', action: /^Infer function return type/u, at: functions },
  {
    kind: 'commonjs-to-esm',
    action: /^convertToEsModule|^Convert to ES module/u,
    fix: true,
    at: (node) => (t.isProgram(node) ? [node] : []),
  },
];

const ROOT = '/code/';

/** @param {Refactoring} refactoring @param {import('../sources.mjs').Source} source @param {import('../seeded.mjs').Seeded} random @returns {Tried} */
export function refactor(refactoring, { file, text }, random) {
  const places = placesIn(text, file, refactoring.at);
  if (places.length === 0) return { why: 'nothing' };
  const { service, name } = serviceFor(file, text);
  for (const place of random.shuffle(places).slice(0, 12)) {
    const edits = refactoring.fix
      ? fixAt(service, name, refactoring, place)
      : editsAt(service, name, refactoring, place);
    if (edits?.length) return applied({ file, text }, name, edits, refactoring);
  }
  return { why: 'nothing' };
}

/** @param {string} text @param {string} file @param {(node: Node) => boolean} at @returns {ts.TextRange[]} */
function placesIn(text, file, at) {
  /** @type {ts.TextRange[]} */
  const places = [];
  t.traverseFast(parsePlain(text, file), (node) => {
    for (const each of at(node)) {
      if (each.start != null && each.end != null) places.push({ pos: each.start, end: each.end });
    }
  });
  return places;
}

/** The guards that stand in a block: an `else if` has no place before it. @param {Node} node @returns {t.IfStatement[]} */
function guards(node) {
  if (!t.isBlockStatement(node) && !t.isProgram(node)) return [];
  return node.body.filter((each) => t.isIfStatement(each)).filter((each) => !each.alternate && exits(each.consequent));
}

/** Only in a condition is `a?.b` as good as `a && a.b`. @param {Node} test @returns {Node[]} */
function conjunctions(test) {
  if (t.isUnaryExpression(test, { operator: '!' })) return conjunctions(test.argument);
  if (!t.isLogicalExpression(test)) return [];
  return [...(test.operator === '&&' ? [test] : []), ...conjunctions(test.left), ...conjunctions(test.right)];
}

/** Functions that nobody outside the file calls. @param {Node} node @returns {Node[]} */
function functions(node) {
  return t.isProgram(node) ? node.body.filter((each) => t.isFunctionDeclaration(each)) : [];
}

/** @param {string} file @param {string} text */
function serviceFor(file, text) {
  const name = ROOT + file;
  const snapshot = ts.ScriptSnapshot.fromString(text);
  const service = ts.createLanguageService(
    {
      getScriptFileNames: () => [name],
      getScriptVersion: () => '1',
      getScriptSnapshot: (asked) => (asked === name ? snapshot : libraryFile(asked)),
      getCurrentDirectory: () => ROOT,
      getCompilationSettings: () => OPTIONS,
      getDefaultLibFileName: ts.getDefaultLibFilePath,
      fileExists: (asked) => asked === name || (asked.startsWith(LIBRARY) && ts.sys.fileExists(asked)),
      readFile: (asked) => (asked === name ? text : undefined),
      directoryExists: () => true,
      getDirectories: () => [],
    },
    registry,
  );
  return { service, name };
}

/** Parsed once for all files: the services share the standard library. */
const registry = ts.createDocumentRegistry();
const LIBRARY = path.dirname(ts.getDefaultLibFilePath({}));

/** @param {string} name */
function libraryFile(name) {
  const text = name.startsWith(LIBRARY) ? ts.sys.readFile(name) : undefined;
  return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
}

/** @type {ts.CompilerOptions} */
const OPTIONS = {
  allowJs: true,
  lib: ['lib.es2022.d.ts'],
  types: [],
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
};
const FORMAT = ts.getDefaultFormatCodeSettings('\n');
const PREFERENCES = { allowTextChangesInNewFiles: true, providePrefixAndSuffixTextForRename: true };

/** @param {ts.LanguageService} service @param {string} name @param {Refactoring} refactoring @param {ts.TextRange} place */
function editsAt(service, name, { action }, place) {
  // Some are offered for a selection, some for where the cursor stands.
  for (const range of [place, place.pos]) {
    for (const each of service.getApplicableRefactors(name, range, PREFERENCES, 'invoked')) {
      const found = each.actions.find(
        (one) => (action.test(one.name) || action.test(one.description)) && !one.notApplicableReason,
      );
      if (!found) continue;
      const edits = service.getEditsForRefactor(name, FORMAT, range, each.name, found.name, PREFERENCES)?.edits;
      if (edits?.length) return edits;
    }
  }
  return undefined;
}

/** @param {ts.LanguageService} service @param {string} name @param {Refactoring} refactoring @param {ts.TextRange} place */
function fixAt(service, name, { action }, place) {
  for (const { code, start = 0, length = 0 } of service.getSuggestionDiagnostics(name)) {
    if (start < place.pos || start > place.end) continue;
    const fix = service
      .getCodeFixesAtPosition(name, start, start + length, [code], FORMAT, PREFERENCES)
      .find((each) => action.test(each.fixName) || action.test(each.description));
    if (fix) return fix.changes;
  }
  return undefined;
}

/** @param {import('../pairs.mjs').Text} base @param {string} name @param {readonly ts.FileTextChanges[]} edits @param {Refactoring} refactoring @returns {Tried} */
function applied(base, name, edits, { kind, inlined }) {
  const pairs = edits.map(({ fileName, textChanges }) => {
    const isOwn = fileName === name;
    const file = isOwn ? base.file : path.posix.relative(ROOT, fileName);
    return { base: isOwn ? base : null, head: { file, text: changed(isOwn ? base.text : '', textChanges) } };
  });
  const heads = pairs.map(({ head }) => head);
  const [head] = heads;
  if (!head || pairs.every((each) => each.base?.text === each.head.text)) return { why: 'nothing' };
  if (!heads.every((each) => parses(each.text, each.file))) return { why: 'unparsable' };
  if (UNPROVED.has(kind)) return { pairs, proof: 'parses' };
  if (pairs.length === 1 && kind !== 'commonjs-to-esm') {
    return proved(base.file, base.text, head.text, inlined ? { inlined } : {});
  }
  return statementsOf([base]) === statementsOf(heads) ? { pairs, proof: 'statements' } : { why: 'changed' };
}

/** Here the service's own care is all we have. */
const UNPROVED = new Set(['optional-chaining', 'destructured-parameters']);

/** @param {string} text @param {readonly ts.TextChange[]} changes */
function changed(text, changes) {
  return changes
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce(
      (made, { span, newText }) => made.slice(0, span.start) + newText + made.slice(span.start + span.length),
      text,
    );
}
